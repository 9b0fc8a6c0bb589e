export const id = 253;
export const ids = [253];
export const modules = {

/***/ 253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ statusViews),
/* harmony export */   c: () => (/* binding */ statesHeader),
/* harmony export */   i: () => (/* binding */ pairsByStatus),
/* harmony export */   n: () => (/* binding */ comment_exports),
/* harmony export */   o: () => (/* binding */ extraReasons),
/* harmony export */   r: () => (/* binding */ countText),
/* harmony export */   s: () => (/* binding */ stateAfter),
/* harmony export */   t: () => (/* binding */ summary_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(846);
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(204);


// src/report/labels.ts
function statesHeader(mode) {
	return mode === "plan" ? "Now → after" : "Before → now";
}
function stateAfter({ state }, status, mode) {
	return status === "planned" || status === "pending" && mode === "plan" ? "associated" : state;
}
function extraReasons({ before, statusMessage, why }, status) {
	const reason = status === "refused" || status === "planned" && before !== "absent" ? [why] : [];
	const known = statusMessage === "" || reason.length > 0 && why.includes(statusMessage);
	return [...reason, ...known ? [] : [`AWS says: ${statusMessage}`]];
}
// src/report/status.ts
const successes = {
	associated: "applied",
	"already-associated": "no changes",
	"already-pending": "no changes",
	accepted: "accepted",
	"dry-run-permitted": "planned",
	"dry-run-unchecked": "planned",
	planned: "planned",
	"no-changes": "no changes",
	applied: "applied",
	"fork-no-credentials": "checked offline"
};
const refusals = new Set([
	"invalid-input",
	"account-not-allowed",
	"refused",
	"plan-changed",
	"too-many-changes"
]);
function runStatus({ reason, pairs }) {
	if (isSuccess(reason)) return successes[reason];
	return refusals.has(reason) || pairs.some(({ step }) => step === "refuse") ? "refused" : "failed";
}
const statusViews = {
	failed: {
		label: "failed",
		counted: "failed",
		attention: true,
		color: "red"
	},
	refused: {
		label: "refused",
		counted: "refused",
		attention: true,
		color: "red"
	},
	skipped: {
		label: "skipped",
		counted: "skipped",
		attention: true,
		color: "yellow"
	},
	unknown: {
		label: "unknown",
		counted: "unknown",
		attention: true,
		color: "yellow"
	},
	planned: {
		label: "associate",
		counted: "to associate",
		attention: true,
		color: "green"
	},
	pending: {
		label: "pending",
		counted: "pending",
		attention: false,
		color: "cyan"
	},
	associated: {
		label: "associated",
		counted: "associated",
		attention: false,
		color: "green"
	},
	kept: {
		label: "unchanged",
		counted: "unchanged",
		attention: false,
		color: "dim"
	}
};
function pairsByStatus({ pairs, inputs }) {
	const order = Object.keys(statusViews);
	const found = Map.groupBy(pairs, (pair) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.N)(pair, inputs?.mode));
	return new Map([...found].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
function countText(outcome) {
	return [...pairsByStatus(outcome)].map(([status, pairs]) => `${pairs.length} ${statusViews[status].counted}`).join(", ");
}
function isSuccess(reason) {
	return _every_run_js__WEBPACK_IMPORTED_MODULE_1__.kt[reason].ending === "success";
}
// src/report/fit.ts
function renderToFit({ full, brief, first, most }, fits) {
	for (const render of [full, brief]) {
		const text = render();
		if (fits(text)) return text;
	}
	return first(highestBelow(most, (count) => fits(first(count))));
}
function highestBelow(end, holds) {
	let [most, over] = [0, end];
	while (over - most > 1) {
		const middle = Math.floor((most + over) / 2);
		if (holds(middle)) most = middle;
		else over = middle;
	}
	return most;
}
// src/report/links.ts
function locationLink(location, { files }) {
	const path = location.file.toWellFormed().split("/").map(encodeURIComponent).join("/");
	const url = files === void 0 ? void 0 : `${files}${path}#L${location.line}`;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.F)(location)), url);
}
function runLine({ run, commit }) {
	const page = run === void 0 ? [] : [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.C)("The run", run)];
	const ofCommit = commit === void 0 ? [] : [`commit ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(commit.slice(0, 12))}`];
	const parts = [...page, ...ofCommit];
	return parts.length === 0 ? "" : `<sub>${parts.join(" · ")}</sub>`;
}
// src/report/failures.ts
function groupFailures({ failure: ending, pairs }) {
	const failed = pairs.flatMap((pair) => pair.failure && pair.failure !== ending ? [{
		pair,
		failure: pair.failure
	}] : []);
	return [...Map.groupBy(failed, groupKey).values()].flatMap((members) => {
		const [first] = members;
		return first ? [{
			failure: first.failure,
			pairs: members.map(({ pair }) => pair)
		}] : [];
	});
}
function numberFailures(groups) {
	return new Map(groups.flatMap(({ pairs }, index) => pairs.flatMap(({ failure }) => failure ? [[failure, index + 1]] : [])));
}
function groupKey({ pair, failure }) {
	const { reason, code, message, likely, next, lines } = failure;
	const { accountId, region } = pair.target;
	return JSON.stringify(code === void 0 ? [
		reason,
		message,
		likely,
		next,
		lines
	] : [
		reason,
		code,
		accountId,
		region,
		likely,
		next,
		lines
	]);
}
function endingText(failure, groups) {
	const head = `> [!CAUTION]\n> <b>${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(failure.message)}</b> (${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(failure.reason)})`;
	return groups.some((group) => group.failure === failure.cause) ? {
		head,
		lines: [],
		others: [],
		tail: []
	} : {
		head,
		lines: failure.lines,
		others: [],
		tail: likelyText(failure)
	};
}
function groupTexts(groups, { failure: ending }) {
	return groups.map(({ failure, pairs }, index) => {
		const code = failure.code === void 0 ? [] : [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(failure.code)];
		const what = [
			(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(failure.reason),
			...code,
			(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.q)(pairs.length)
		];
		const next = `**Next for failure ${index + 1}:** ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(failure.next)}`;
		return {
			head: `**Failure ${index + 1}** (${what.join(", ")}): ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(failure.message)}`,
			lines: failure.lines,
			others: pairs.filter((pair) => pair.failure !== failure).map(otherText),
			tail: [...likelyText(failure), ...failure.next === ending?.next ? [] : [next]]
		};
	});
}
function otherText({ target, association: { cidr, asn }, failure }) {
	const id = failure?.requestId ? `: request ID ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(failure.requestId)}` : "";
	return `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(cidr)} AS${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(asn)} in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.O)(target))}${id}`;
}
function formatFailure({ head, lines, others, tail }, most) {
	const listed = others.slice(0, most);
	return [
		head,
		...listed.length > 0 ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.S)(`The same for ${others.length} more`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.w)(listed))] : [],
		...lines.length > 0 && most > 0 ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.b)(lines.slice(0, most))] : [],
		...tail
	].join("\n\n");
}
function likelyText({ likely }) {
	return likely === void 0 ? [] : [`**Likely cause:** ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(likely)}`];
}
// src/report/plan-table.ts
function makePlanTable(outcome, numbers, links) {
	const mode = outcome.inputs?.mode ?? "apply";
	const context = {
		links,
		mode,
		numbers
	};
	const isFolded = (status) => status === "kept" && outcome.pairs.length > 1;
	const rowsOf = (folded) => [...pairsByStatus(outcome)].filter(([status]) => isFolded(status) === folded).flatMap(([status, pairs]) => pairs.map((pair) => formatRow(pair, status, context)));
	return {
		header: [
			"",
			"Target",
			"CIDR",
			"ASN",
			statesHeader(mode)
		],
		rows: rowsOf(false),
		unchanged: rowsOf(true)
	};
}
function formatRow(pair, status, context) {
	const { target, association } = pair;
	const { label, attention } = statusViews[status];
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.T)([
		attention ? `**${label}**` : label,
		targetCell(target),
		cidrCell(pair, context),
		`AS${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(association.asn)}`,
		[stateText(pair, status, context.mode), ...remarks(pair, status, context)].join("<br>")
	]);
}
function targetCell(target) {
	const more = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.k)(target);
	const rest = more.length === 0 ? [] : [`<sub>${more.map(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D).join(" ")}</sub>`];
	return [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(target.name), ...rest].join("<br>");
}
function cidrCell({ association, failure, step }, { links }) {
	const { cidr, note, location } = association;
	const found = location && (failure || step === "refuse") ? [locationLink(location, links)] : [];
	const notes = note === "" ? [] : [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(note)];
	const more = [...found, ...notes].map((text) => `<sub>${text}</sub>`);
	return [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(cidr), ...more].join("<br>");
}
function stateText(pair, status, mode) {
	const { before } = pair;
	const after = stateAfter(pair, status, mode);
	return before === after ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(before) : `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(before)} → **${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(after)}**`;
}
function remarks(pair, status, { numbers }) {
	const { failure } = pair;
	const number = failure && numbers.get(failure);
	const reference = number === void 0 ? "" : `, failure ${number}`;
	return [...extraReasons(pair, status).map(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D), ...failure ? [`${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(failure.reason)}${reference}`] : []];
}
// src/report/markdown-page.ts
const effect = "<sub>Associating changes no routes: it makes the ASN eligible to originate the CIDR.</sub>";
function renderPage(outcome, links, extras) {
	const content = {
		...readContent(outcome, links),
		...extras
	};
	const { table, failures, problems, title, shortTitle, lead, rest } = content;
	const most = Math.max(table.rows.length, failures.length, problems.length, ...listsOf(content));
	return {
		most,
		full: () => joinParts([
			title,
			lead,
			...bodyTexts(content, most, "")
		]),
		brief: () => joinParts([
			title,
			lead,
			...bodyTexts(content, most, leftOutText(content, most, rest))
		]),
		first: (count) => count === 0 ? joinParts([
			shortTitle,
			lead,
			leftOutText(content, 0, "The log of the run")
		]) : joinParts([
			title,
			lead,
			...bodyTexts(content, count, leftOutText(content, count, rest))
		])
	};
}
function readContent(outcome, links) {
	const { failure, pairs, plan, inputs } = outcome;
	const groups = groupFailures(outcome);
	const ending = failure && endingText(failure, groups);
	const isChanging = (pair) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.N)(pair, inputs?.mode) !== "kept";
	const changing = pairs.length === 1 ? pairs : pairs.filter(isChanging);
	return {
		title: `### ${titleText(outcome)}`,
		shortTitle: `### ${shortTitleText(outcome)}`,
		lead: leadText(outcome, ending !== void 0 || groups.length > 0),
		ending,
		failures: groupTexts(groups, outcome),
		table: makePlanTable(outcome, numberFailures(groups), links),
		unmanaged: (plan?.unmanaged ?? []).map(unmanagedText),
		unmanagedTitle: unmanagedTitle(outcome),
		problems: otherProblems(outcome).map((problem) => problemText(problem, links)),
		evidence: {
			title: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.v)(changing),
			details: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.y)(changing)
		},
		advice: adviceTexts(outcome)
	};
}
function listsOf({ ending, failures }) {
	return (ending ? [ending, ...failures] : failures).flatMap(({ lines, others }) => [lines.length, others.length]);
}
function bodyTexts(content, count, leftOut) {
	const { ending, failures, table, problems, evidence, advice, picture, foot } = content;
	const isFull = leftOut === "";
	return [
		ending ? formatFailure(ending, count) : "",
		leftOut,
		table.rows.length > 0 ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.E)(table.header, table.rows.slice(0, count)) : "",
		...isFull ? detailTexts(content) : [evidence.title],
		...failures.slice(0, count).map((text) => formatFailure(text, count)),
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.w)(problems.slice(0, count)),
		...advice,
		isFull ? picture : "",
		foot
	];
}
function detailTexts({ table, unmanaged, unmanagedTitle: name, evidence }) {
	const { header, unchanged } = table;
	return [
		foldText(unchanged, "unchanged", (items) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.E)(header, items)),
		foldText(unmanaged, name, _every_run_js__WEBPACK_IMPORTED_MODULE_1__.w),
		evidence.details
	];
}
function leftOutText(content, count, rest) {
	const { table, unmanaged, failures, problems } = content;
	return `**Shortened.** Left out: ${[
		"details of the evidence",
		...countLeft(table.unchanged.length, "unchanged association"),
		...countLeft(unmanaged.length, "unmanaged association"),
		...countLeft(table.rows.length - count, "row"),
		...countLeft(failures.length - count, "failure"),
		...countLeft(problems.length - count, "problem"),
		...listsOf(content).some((length) => length > count) ? ["lines of failures"] : []
	].join(", ")}. ${rest} has everything.`;
}
function joinParts(texts) {
	return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}
function countLeft(count, noun) {
	return count > 0 ? [`${count} ${noun}${count === 1 ? "" : "s"}`] : [];
}
function titleText(outcome) {
	const source = outcome.inputs?.source;
	if (source?.form !== "file") return shortTitleText(outcome);
	const only = source.only.length === 0 ? "" : ` (${source.only.map(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x).join(", ")})`;
	return `BYOASN associations of ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(source.path)}${only}: ${runStatus(outcome)}`;
}
function shortTitleText(outcome) {
	return `BYOASN ${outcome.inputs?.source.form === "inputs" ? "association" : "associations"}: ${runStatus(outcome)}`;
}
function leadText(outcome, hasFailures) {
	const { pairs, reason } = outcome;
	const targets = new Set(pairs.map(({ target }) => target.name)).size;
	const where = targets > 1 ? ` in ${targets} targets` : "";
	return [pairs.length > 1 ? `**${countText(outcome)}**${where}.` : "", hasFailures ? "" : `${_every_run_js__WEBPACK_IMPORTED_MODULE_1__.kt[reason].cause} (<code>${reason}</code>)`].filter((text) => text !== "").join(" ");
}
function foldText(items, name, format) {
	return items.length === 0 ? "" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.S)(`${items.length} ${name}`, format(items));
}
function unmanagedTitle({ inputs }) {
	return inputs?.source.form === "file" ? "more in AWS that the file does not list: not changed" : "more in AWS on this CIDR: not changed";
}
function unmanagedText({ target, asn, cidr, state }) {
	return `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(cidr)} AS${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(asn)} ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(state)} in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.O)(target))}`;
}
function otherProblems({ failure, pairs }) {
	const inRows = new Set(pairs.flatMap(({ association: { location } }) => location ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.F)(location)] : []));
	const failures = new Set([failure, ...pairs.map((pair) => pair.failure)]);
	return [...new Set([...failures].flatMap((each) => each?.problems ?? []))].filter(({ location }) => !inRows.has((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.F)(location)));
}
function problemText({ location: place, path, text }, links) {
	const entry = path === "" ? "" : `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(path)} `;
	return `${locationLink(place, links)} ${entry}${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(text)}`;
}
function adviceTexts({ reason, failure, plan, inputs }) {
	const digest = plan && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.A)(plan) ? plan.digest : void 0;
	return [
		`**Next:** ${failure ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.D)(failure.next) : _every_run_js__WEBPACK_IMPORTED_MODULE_1__.kt[reason].next}`,
		inputs?.mode === "plan" ? effect : "",
		digest === void 0 ? "" : `<sub>Plan digest ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(digest)}</sub>`
	];
}
// src/report/comment.ts
var comment_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ formatComment: () => formatComment });
function formatComment(outcome, room, links) {
	const rest = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.C)("The run", links.run)}, in its job summary or its log,`;
	return renderToFit(renderPage(outcome, links, {
		picture: "",
		foot: runLine(links),
		rest
	}), (text) => text.length <= room);
}
// src/report/mermaid.ts
const maxCharacters = 45e3;
const maxEdges = 450;
const readable = 40;
const settings = [
	"---",
	"config:",
	"  flowchart:",
	"    nodeSpacing: 16",
	"    rankSpacing: 120",
	"    subGraphTitleMargin:",
	"      top: 0",
	"      bottom: 10",
	"---"
];
const styles = {
	red: {
		arrow: "--x",
		fill: "#cf222e",
		line: "#e5534b",
		look: "red with a cross"
	},
	yellow: {
		arrow: "-.-x",
		fill: "#9a6700",
		line: "#bf8700",
		look: "dotted amber with a cross"
	},
	green: {
		arrow: "==>",
		fill: "#1a7f37",
		line: "#2da44e",
		look: "thick green"
	},
	cyan: {
		arrow: "-.->",
		fill: "#0969da",
		line: "#218bff",
		look: "dotted blue"
	},
	dim: {
		arrow: "-->",
		fill: "#59636e",
		line: "#848d97",
		look: "thin gray"
	}
};
function formatGraph(outcome) {
	const { pairs } = outcome;
	if (pairs.length < 2) return "";
	const byStatus = [...pairsByStatus(outcome)];
	const drawn = pairs.length > readable ? byStatus.filter(([status]) => status !== "kept") : byStatus;
	const edges = drawn.flatMap(([status, ofStatus]) => ofStatus.map((pair) => ({
		pair,
		color: statusViews[status].color
	})));
	if (edges.length === 0) return "";
	const chart = chartLines(edges);
	if (edges.length > maxEdges || chart.join("\n").length > maxCharacters) return `<sub>No diagram: ${edges.length} associations are more than Mermaid draws.</sub>`;
	const hidden = pairs.length - edges.length;
	const more = hidden === 0 ? "" : ` The ${hidden} unchanged ones are not drawn.`;
	const legend = legendText(drawn.map(([status]) => status));
	return `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.b)(chart, "mermaid")}\n\n<sub>Arrows: ${legend}.${more}</sub>`;
}
function legendText(statuses) {
	return [...Map.groupBy(statuses, (status) => statusViews[status].color)].map(([color, some]) => {
		const names = some.map((status) => statusViews[status].counted);
		return `${styles[color].look}: ${names.join(", ")}`;
	}).join("; ");
}
function chartLines(edges) {
	const asns = numberTexts(edges.map(({ pair }) => pair.association.asn));
	const byTarget = [...Map.groupBy(edges, ({ pair }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.O)(pair.target))];
	const cidrs = numberTexts(edges.map(cidrKey));
	const colors = new Set(edges.map(({ color }) => color));
	return [
		...settings,
		"flowchart LR",
		...[...asns].map(([asn, number]) => `a${number}(["AS${labelText(asn)}"]):::asn`),
		...byTarget.flatMap(([name, ofTarget], number) => [
			`subgraph t${number}["${labelText(name)}"]`,
			...boxLines(ofTarget, cidrs),
			"end",
			`class t${number} box`
		]),
		...edges.map((edge) => {
			const { arrow } = styles[edge.color];
			return `a${asns.get(edge.pair.association.asn)} ${arrow} c${cidrs.get(cidrKey(edge))}`;
		}),
		...["asn", "box"].map((name) => `classDef ${name} fill:none,stroke:#848d97`),
		...[...colors].flatMap((color) => [`classDef ${color} fill:${styles[color].fill},stroke:${styles[color].line},color:#ffffff`, `linkStyle ${indexesOf(edges, color)} stroke:${styles[color].line}`])
	];
}
function boxLines(edges, cidrs) {
	return [...Map.groupBy(edges, cidrKey)].flatMap(([key, [edge]]) => edge ? [`c${cidrs.get(key)}["${labelText(edge.pair.association.cidr)}"]:::${edge.color}`] : []);
}
function cidrKey({ pair }) {
	return JSON.stringify([pair.target.name, pair.association.cidr]);
}
function indexesOf(edges, color) {
	return edges.flatMap((edge, index) => edge.color === color ? [index] : []).join(",");
}
function numberTexts(texts) {
	return new Map([...new Set(texts)].map((text, number) => [text, number]));
}
function labelText(text) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Et)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(text) || " ", 120).replace(/[^\w./:-]/gu, (character) => `#${character.codePointAt(0)};`);
}
// src/report/summary.ts
var summary_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ formatSummary: () => formatSummary });
const maxBytes = 1e6;
function formatSummary(outcome, links) {
	return renderToFit(renderPage(outcome, links, {
		picture: formatGraph(outcome),
		foot: "",
		rest: "The log of the run"
	}), (text) => Buffer.byteLength(text) <= maxBytes);
}



/***/ })

};
