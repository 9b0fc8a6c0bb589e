export const id = 203;
export const ids = [203,253];
export const modules = {

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ createContext),
/* harmony export */   runCli: () => (/* binding */ runCli),
/* harmony export */   t: () => (/* binding */ exitStatus)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _report_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(253);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(975);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(161);





// src/cli/log.ts
function createLog(output, verbosity) {
	const printDim = (texts) => output.print(texts.map((text) => output.style("dim", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(text))));
	return {
		group: (title) => {
			if (verbosity === "full") output.print([output.style("bold", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(title))]);
		},
		close: () => {},
		line: (text) => printDim([text]),
		lines: (texts) => {
			if (verbosity === "full") printDim(texts);
		},
		notice: (text) => output.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(text)]),
		warning: (text) => output.print([output.style("yellow", `Warning: ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(text)}`)])
	};
}
// src/cli/context.ts
function createContext(terminal, { profile, verbosity }) {
	const { variables, secrets, warnings } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.V)(process.env);
	for (const secret of secrets) terminal.mask(secret);
	if (profile !== void 0) chooseProfile(profile);
	const cancelled = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.L)((error) => terminal.err.print((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.g)(error).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)));
	const log = createLog(terminal.err, verbosity);
	for (const text of warnings) log.warning(text);
	return {
		env: process.env,
		github: void 0,
		clock: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.B)(cancelled),
		random: Math.random,
		cancelled,
		log,
		mask: terminal.mask,
		connect: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Z)(variables))
	};
}
function chooseProfile(profile) {
	process.env.AWS_PROFILE = profile;
	for (const name of [
		"AWS_ACCESS_KEY_ID",
		"AWS_SECRET_ACCESS_KEY",
		"AWS_SESSION_TOKEN"
	]) delete process.env[name];
}
// src/cli/exit-code.ts
const exitStatus = {
	done: 0,
	failed: 1,
	changes: 2,
	wrongUsage: 64
};
function watchSignals() {
	let status;
	for (const signal of _every_run_js__WEBPACK_IMPORTED_MODULE_0__.R) process.on(signal, () => {
		if (status !== void 0) process.exit(status);
		status = 128 + node_os__WEBPACK_IMPORTED_MODULE_4__.constants.signals[signal];
	});
	return () => status;
}
function statusOfFailure({ reason }, signalStatus) {
	return (reason === "cancelled" ? signalStatus : void 0) ?? exitStatus.failed;
}
function statusOfPlan({ plan }, exitCode) {
	return exitCode === "detailed" && plan && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.A)(plan) ? exitStatus.changes : exitStatus.done;
}
// src/cli/wrap.ts
function wrap(text, width, first = "", rest = first) {
	const [start = "", ...words] = text.split(" ");
	const lines = [];
	let line = first + start;
	for (const word of words) if (line.length + 1 + word.length > width) {
		lines.push(line);
		line = rest + word;
	} else line = `${line} ${word}`;
	return [...lines, line];
}
// src/cli/options.ts
const terminalWidth = 80;
const planInputs = {
	config: {
		value: "FILE",
		text: "The file with the associations, in any folder."
	},
	target: {
		value: "NAME",
		count: "list",
		text: "Only this target of the file. May be repeated."
	},
	asn: {
		value: "ASN",
		text: "The ASN of a single association, instead of --config."
	},
	cidr: {
		value: "CIDR",
		text: "The CIDR of that association."
	},
	"aws-region": {
		value: "REGION",
		text: "The Region of that CIDR. Default: AWS_REGION, then AWS_DEFAULT_REGION. --region is the same."
	},
	"allowed-account-ids": {
		value: "ACCOUNT",
		count: "list",
		text: "Refuse credentials of any other account. May be repeated."
	},
	"permission-check": { text: "Check with an EC2 DryRun that these credentials may associate." },
	"expected-plan": {
		value: "DIGEST",
		text: "Fail unless the plan has this digest."
	},
	"max-changes": {
		value: "COUNT",
		text: "Fail if the plan would create more associations."
	},
	"allow-special-use": { text: "Accept reserved, private and documentation numbers, for trials." },
	concurrency: {
		value: "COUNT",
		text: "Targets at the same time, 1 to 64. Default: 4."
	},
	"wait-timeout-seconds": {
		value: "SECONDS",
		text: "Deadline of the run. Default: 900."
	}
};
const outputOptions = {
	json: { text: "Print the result as JSON instead, on one line (docs/inputs-outputs.md)." },
	"detailed-exitcode": { text: "Exit with 2 if the plan has associations to create." },
	verbose: { text: "Print the inputs and the evidence of the plan too." }
};
const exportOptions = {
	"aws-region": {
		value: "REGION",
		count: "list",
		text: "A Region to read; may be repeated. Default: AWS_REGION, then AWS_DEFAULT_REGION. --region is the same."
	},
	output: {
		value: "FILE",
		text: "Write to this new file instead of stdout."
	}
};
const sharedOptions = { profile: {
	value: "NAME",
	text: "A profile of AWS's shared files, like AWS_PROFILE."
} };
const usage = `Usage: associate-ipam-byoasn plan --config FILE [options]
       associate-ipam-byoasn plan --asn ASN --cidr CIDR [options]
       associate-ipam-byoasn export --aws-region REGION [--output FILE]
       associate-ipam-byoasn --help | --version

plan    prints what the action would do, and changes nothing in AWS.
export  prints a configuration file with the associations that exist in AWS.

Both use the credentials that the AWS CLI would use: the default chain of the
AWS SDK.`;
const statuses = `Exit status:
  0    the plan was made, or the file was written
  1    it failed, or a rule refused the plan
  2    with --detailed-exitcode: the plan has associations to create
  64   invalid command line
  130  ended by SIGINT (Ctrl-C); other signals: 128 + their number`;
function helpText() {
	const texts = [
		["Options of plan", {
			...planInputs,
			...outputOptions
		}],
		["Options of export", exportOptions],
		["Options of both", sharedOptions]
	].map(([title, options]) => `${title}:\n${optionLines(options).join("\n")}`);
	return [
		usage,
		...texts,
		statuses
	].join("\n\n");
}
function optionLines(options) {
	const heads = Object.entries(options).map(([name, { value, text }]) => ({
		head: value === void 0 ? `--${name}` : `--${name} ${value}`,
		text
	}));
	const start = " ".repeat(34);
	return heads.flatMap(({ head, text }) => wrap(text, terminalWidth, `  ${head}`.padEnd(start.length), start));
}
// src/cli/wrong-usage.ts
var WrongUsage = class extends Error {
	name = "WrongUsage";
};
// src/cli/arguments.ts
function readArguments(args) {
	const [name = "help", ...rest] = args;
	if (name === "help" || args.includes("--help") || args.includes("-h")) return { name: "help" };
	if (name === "plan") return readPlan(rest);
	if (name === "export") return readExport(rest);
	throw new WrongUsage(`${JSON.stringify(name)} is not a command: use plan or export.`);
}
function readPlan(args) {
	const parsed = parse(args, {
		...planInputs,
		...outputOptions,
		...sharedOptions
	});
	const inputs = Object.keys(planInputs).filter(parsed.has).map((name) => [name, parsed.texts(name).join(",") || "true"]);
	if (!parsed.has("config") && !(parsed.has("asn") && parsed.has("cidr"))) throw new WrongUsage("Missing --config FILE, or --asn ASN and --cidr CIDR.");
	return {
		name: "plan",
		profile: parsed.texts("profile").at(-1),
		inputs: Object.fromEntries(inputs),
		form: parsed.has("json") ? "json" : "table",
		exitCode: parsed.has("detailed-exitcode") ? "detailed" : "plain",
		verbosity: parsed.has("verbose") ? "full" : "brief"
	};
}
function readExport(args) {
	const parsed = parse(args, {
		...exportOptions,
		...sharedOptions
	});
	return {
		name: "export",
		profile: parsed.texts("profile").at(-1),
		regions: parsed.texts("aws-region"),
		output: parsed.texts("output").at(-1)
	};
}
function parse(args, options) {
	const values = parseValues(args, options);
	for (const [name, { value, count }] of Object.entries(options)) {
		const texts = values.get(name) ?? [];
		if (value === void 0) continue;
		if (texts.includes("")) throw new WrongUsage(`--${name} is empty.`);
		if (texts.length > 1 && count !== "list") throw new WrongUsage(`--${name} may be given only once.`);
	}
	return {
		texts: (name) => (values.get(name) ?? []).filter((value) => typeof value === "string"),
		has: (name) => values.has(name)
	};
}
function parseValues(args, options) {
	const named = args.map((arg) => arg.replace(/^--region(?==|$)/, "--aws-region"));
	for (const [name, why] of Object.entries(unsupportedOptions)) {
		const pattern = new RegExp(`^--${name}(=|$)`);
		if (named.some((arg) => pattern.test(arg))) throw new WrongUsage(`--${name}: ${why}`);
	}
	const types = Object.entries(options).map(([name, { value }]) => [name, {
		type: value === void 0 ? "boolean" : "string",
		multiple: true
	}]);
	try {
		const { values } = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.parseArgs)({
			args: named,
			options: Object.fromEntries(types)
		});
		return new Map(Object.entries(values).map(([name, value = []]) => [name, [value].flat()]));
	} catch (error) {
		const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
		throw new WrongUsage(`${sentence.replace(/\.$/, "")}.`);
	}
}
const unsupportedOptions = {
	"role-to-assume": "the action assumes it with GitHub's ID token, which a terminal does not have. Use a profile that assumes the role: --profile NAME.",
	"dry-run": "plan never changes anything, so it needs no --dry-run."
};
// src/cli/table.ts
const gap = "  ";
function formatTable(header, rows, format) {
	const widths = header.map((head, column) => Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)));
	if (widths.reduce((sum, width) => sum + width + 2, -2) > format.width) return rows.flatMap((row) => blockLines(header, row, format));
	const line = (cells) => cells.map((cell, column) => ({
		cell,
		left: (widths[column] ?? 0) - cell.text.length
	})).map(({ cell, left }) => styled(cell, format) + " ".repeat(left)).join(gap).trimEnd();
	const indent = " ".repeat((widths[0] ?? 0) + 2);
	return [line(header.map((text) => ({
		text,
		style: "dim"
	}))), ...rows.flatMap(({ cells, remarks }) => [line(cells), ...remarks.flatMap((remark) => remarkLines(remark, indent, format))])];
}
function blockLines(header, { cells, remarks }, format) {
	const [first, ...others] = cells;
	const width = Math.max(...header.map(({ length }) => length));
	return [
		...first ? [styled(first, format)] : [],
		...others.map((cell, index) => {
			const head = (header[index + 1] ?? "").padEnd(width);
			return `${gap}${format.style("dim", head)}${gap}${styled(cell, format)}`;
		}),
		...remarks.flatMap((remark) => remarkLines(remark, gap, format))
	];
}
function remarkLines(text, indent, { width }) {
	return wrap(text, width, indent, `${indent}${gap}`);
}
function styled({ text, style }, format) {
	return style && text !== "" ? format.style(style, text) : text;
}
// src/cli/format-plan.ts
const header = [
	"",
	"Target",
	"CIDR",
	"ASN",
	(0,_report_pages_js__WEBPACK_IMPORTED_MODULE_1__.c)("plan"),
	"Evidence"
];
function formatPlanPage(outcome, format) {
	const { plan, failure, reason } = outcome;
	const rows = [...(0,_report_pages_js__WEBPACK_IMPORTED_MODULE_1__.i)(outcome)].flatMap(([end, ofEnd]) => ofEnd.map((pair) => rowOf(pair, end, failure)));
	const unmanaged = (plan?.unmanaged ?? []).map(({ target, asn, cidr, state }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(`unmanaged: ${cidr} with AS${asn} is ${state} in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(target)}, not changed`));
	const digest = plan?.digest === void 0 ? [] : [`Plan digest: ${plan.digest}`];
	const ending = failure ? [] : [_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt[reason].cause, `Next step: ${nextOf(reason)}`];
	return [
		...rows.length > 0 ? [...formatTable(header, rows, format), ""] : [],
		...unmanaged.flatMap((line) => wrap(line, format.width, "", "  ")),
		...(rows.length > 0 ? wrap((0,_report_pages_js__WEBPACK_IMPORTED_MODULE_1__.r)(outcome), format.width) : []).map((line) => format.style("bold", line)),
		...digest,
		...ending.flatMap((line) => wrap(line, format.width))
	];
}
function formatFailure(failure, reported, format) {
	const { message, lines, problems, likely, reason } = failure;
	const unreported = problems.filter((problem) => !reported.includes(problem));
	const prose = (text) => wrap((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(text), format.width, "", "  ");
	const [head = "", ...more] = prose(`Error: ${message} (${reason})`);
	return [
		format.style("red", head),
		...more.map((line) => format.style("red", line)),
		...unreported.flatMap((problem) => prose((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)(problem))),
		...lines.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt),
		...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.h)({
			failure,
			pairs: []
		}).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt),
		...likely === void 0 ? [] : prose(`Likely cause: ${likely}`),
		...prose(`Next step: ${nextOf(reason, failure.next)}`)
	];
}
function problemsInPlan({ pairs, failure }) {
	return pairs.flatMap((pair) => problemsOf(pair, failure));
}
const nextInTerminal = {
	cancelled: "Run it again. It only reads, and changed nothing.",
	"plan-changed": "Review the plan above. The workflow plans again too, and asks for approval of the new plan.",
	"already-pending": "Run it again later: the association is still pending in AWS.",
	"dry-run-permitted": "Open a pull request. The workflow plans again, and applies the plan that is approved.",
	"dry-run-unchecked": "Open a pull request. The workflow plans again, and applies the plan that is approved.",
	planned: "Open a pull request. The workflow plans again, and applies the plan that is approved.",
	"not-permitted": "Omit --permission-check, or use credentials with the policy above.",
	"credentials-rejected": "Sign in again (aws sso login --profile NAME), and check this machine's clock.",
	"account-not-allowed": "Use a profile of that account (--profile NAME), and plan the targets of one account at a time (--target NAME)."
};
function nextOf(reason, own = _every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt[reason].next) {
	return own === _every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt[reason].next ? nextInTerminal[reason] ?? own : own;
}
function rowOf(pair, end, failure) {
	const { target, association, before, evidence } = pair;
	const after = (0,_report_pages_js__WEBPACK_IMPORTED_MODULE_1__.s)(pair, end, "plan");
	const { label, color } = _report_pages_js__WEBPACK_IMPORTED_MODULE_1__.a[end];
	const texts = [
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(target),
		association.cidr,
		`AS${association.asn}`,
		before === after ? before : `${before} → ${after}`,
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._)(evidence)
	];
	return {
		cells: [{
			text: label,
			style: color
		}, ...texts.map((text) => ({ text: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(text) }))],
		remarks: remarksOf(pair, end, failure).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)
	};
}
function remarksOf(pair, end, failure) {
	const { note, location: place } = pair.association;
	const at = place ? `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.F)(place)}: ` : "";
	const problems = problemsOf(pair, failure);
	return [
		...note === "" ? [] : [`note: ${note}`],
		...problems.length > 0 ? problems.map(({ text }) => at + text) : (0,_report_pages_js__WEBPACK_IMPORTED_MODULE_1__.o)(pair, end).map((text) => end === "refused" ? at + text : text),
		...pair.failure ? [at + pair.failure.reason] : []
	];
}
function problemsOf({ association, step }, failure) {
	if (step !== "refuse") return [];
	return (failure?.problems ?? []).filter(({ location: place }) => place === association.location);
}
// src/cli/output.ts
function openTerminal() {
	const secrets = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.z)();
	return {
		...secrets,
		out: openOutput(process.stdout, secrets.redact),
		err: openOutput(process.stderr, secrets.redact)
	};
}
function openOutput(stream, redact) {
	return {
		width: stream.isTTY && stream.columns || Number.POSITIVE_INFINITY,
		style: (style, text) => (0,node_util__WEBPACK_IMPORTED_MODULE_3__.styleText)(style, text, { stream }),
		print: (lines) => {
			if (lines.length > 0) stream.write(`${redact(lines.join("\n"))}\n`);
		}
	};
}
// src/cli/plan-command.ts
const defaults = {
	"dry-run": "true",
	"permission-check": "false",
	"expected-plan": "any",
	"fail-fast": "true",
	wait: "true",
	"allow-special-use": "false",
	summary: "false",
	comment: "false"
};
async function plan(command, terminal, signalStatus) {
	const inputs = {
		...defaults,
		...command.inputs
	};
	const result = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.a)({
		...createContext(terminal, command),
		readInput: (name) => inputs[name] ?? "",
		readFile
	});
	const outcome = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.m)(result, terminal.redact);
	const { failure } = outcome;
	const json = command.form === "json";
	terminal.out.print(json ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.i)(outcome, Number.POSITIVE_INFINITY))] : formatPlanPage(outcome, terminal.out));
	if (!failure) return statusOfPlan(outcome, command.exitCode);
	terminal.err.print(formatFailure(failure, json ? [] : problemsInPlan(outcome), terminal.err));
	return statusOfFailure(failure, signalStatus());
}
function readFile(path) {
	if ((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(path)) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.n)(path, path);
	const next = `Use a full path, or one relative to the current folder, ${process.cwd()}.`;
	throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.r)(path, "does not exist", { next });
}
// src/cli/main.ts
async function runCli(args) {
	process.exitCode = exitStatus.failed;
	process.stdout.on("error", () => process.exit(exitStatus.failed));
	process.stderr.on("error", () => {});
	const terminal = openTerminal();
	const status = await run(args, terminal, watchSignals());
	process.stdout.write("", (lost) => {
		if (lost && !isClosed(lost)) terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(`Error: Could not write to stdout: ${lost.message}`)]);
		const code = lost ? exitStatus.failed : status;
		process.stderr.write("", () => process.exit(code));
	});
}
function isClosed(error) {
	return "code" in error && error.code === "EPIPE";
}
async function run(args, terminal, signalStatus) {
	try {
		return await runCommand(readArguments(args), terminal, signalStatus);
	} catch (error) {
		if (error instanceof WrongUsage) {
			terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(error.message), "See associate-ipam-byoasn --help."]);
			return exitStatus.wrongUsage;
		}
		const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.p)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(error), terminal.redact);
		terminal.err.print(formatFailure(failure, [], terminal.err));
		return statusOfFailure(failure, signalStatus());
	}
}
async function runCommand(command, terminal, signalStatus) {
	switch (command.name) {
		case "help":
			terminal.out.print([helpText()]);
			return exitStatus.done;
		case "plan": return plan(command, terminal, signalStatus);
		case "export": return (await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(708)]).then(__webpack_require__.bind(__webpack_require__, 708))).exportConfig(command, terminal);
	}
}



/***/ }),

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
