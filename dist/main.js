export const id = 203;
export const ids = [203];
export const modules = {

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ buildTerminalWorld),
/* harmony export */   runCli: () => (/* binding */ runCli),
/* harmony export */   t: () => (/* binding */ exitStatus)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(161);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(975);




// src/cli/log.ts
function openTerminalLog(surface, talk) {
	const tell = (texts) => surface.print(texts.map((text) => surface.paint("dim", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(text))));
	return {
		group: (title) => {
			if (talk === "whole") surface.print([surface.paint("bold", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(title))]);
		},
		close: () => {},
		line: (text) => tell([text]),
		lines: (texts) => {
			if (talk === "whole") tell(texts);
		},
		notice: (text) => surface.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(text)]),
		warning: (text) => surface.print([surface.paint("yellow", `Warning: ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(text)}`)])
	};
}
// src/cli/context.ts
function buildTerminalWorld(screen, { profile, talk }) {
	const { variables, secrets, warnings } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)(process.env);
	for (const secret of secrets) screen.mask(secret);
	if (profile !== void 0) chooseProfile(profile);
	const cancelled = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.j)((error) => screen.err.print((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.E)(error).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)));
	const log = openTerminalLog(screen.err, talk);
	for (const text of warnings) log.warning(text);
	return {
		env: process.env,
		github: void 0,
		clock: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(cancelled),
		random: Math.random,
		cancelled,
		log,
		mask: screen.mask,
		connect: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.K)(variables))
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
	for (const signal of _every_run_js__WEBPACK_IMPORTED_MODULE_0__.M) process.on(signal, () => {
		if (status !== void 0) process.exit(status);
		status = 128 + node_os__WEBPACK_IMPORTED_MODULE_2__.constants.signals[signal];
	});
	return () => status;
}
function statusOfFailure({ reason }, ofSignal) {
	return (reason === "cancelled" ? ofSignal : void 0) ?? exitStatus.failed;
}
function statusOfPlan({ plan }, exitCode) {
	return exitCode === "detailed" && plan && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.D)(plan) ? exitStatus.changes : exitStatus.done;
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
		text: "The file with the associations, from any folder."
	},
	target: {
		value: "NAME",
		count: "list",
		text: "Only this target of the file. Give it several times for several."
	},
	asn: {
		value: "ASN",
		text: "One association instead of a file: its ASN,"
	},
	cidr: {
		value: "CIDR",
		text: "and its CIDR."
	},
	"aws-region": {
		value: "REGION",
		text: "The Region of that CIDR; else AWS_REGION, then AWS_DEFAULT_REGION. --region is the same."
	},
	"allowed-account-ids": {
		value: "ACCOUNT",
		count: "list",
		text: "Refuse credentials of any other account. Give it several times for several."
	},
	"permission-check": { text: "Ask EC2 with DryRun whether these credentials may associate." },
	"expected-plan": {
		value: "DIGEST",
		text: "Fail unless the plan has this digest."
	},
	"max-changes": {
		value: "COUNT",
		text: "Fail if the plan would write more associations."
	},
	"allow-special-use": { text: "Accept reserved, private and documentation numbers, for trials." },
	concurrency: {
		value: "COUNT",
		text: "Targets at a time, 1 to 64; 4 unless given."
	},
	"wait-timeout-seconds": {
		value: "SECONDS",
		text: "Deadline of the run; 900 unless given."
	}
};
const planManner = {
	json: { text: "Print the result as JSON instead, on one line (docs/inputs-outputs.md)." },
	"detailed-exitcode": { text: "Exit with 2 when the plan would write." },
	verbose: { text: "Show the inputs, and all that the plan rests on." }
};
const exportOptions = {
	"aws-region": {
		value: "REGION",
		count: "list",
		text: "A Region to read; else AWS_REGION, then AWS_DEFAULT_REGION. --region is the same."
	},
	output: {
		value: "FILE",
		text: "Write to this new file, not to stdout."
	}
};
const sharedOptions = { profile: {
	value: "NAME",
	text: "A profile of AWS's shared files, as AWS_PROFILE."
} };
const usage = `Usage: associate-ipam-byoasn plan --config FILE [options]
       associate-ipam-byoasn plan --asn ASN --cidr CIDR [options]
       associate-ipam-byoasn export --aws-region REGION [--output FILE]
       associate-ipam-byoasn --help | --version

plan    shows what the action would do, and writes nothing to AWS.
export  prints a configuration file with the associations that AWS shows.

Both take the credentials that the AWS CLI would take, by the AWS SDK's default
chain.`;
const statuses = `Exit status:
  0    the plan was made, or the file was written
  1    it failed, or a rule refuses the plan
  2    with --detailed-exitcode: the plan was made, and would write
  64   the command line cannot be read
  130  ended by SIGINT (Ctrl-C); another signal ends with 128 + its number`;
function helpText() {
	const texts = [
		["Options of plan", {
			...planInputs,
			...planManner
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
	const [name = "", ...rest] = args;
	if (name === "help" || args.includes("--help") || args.includes("-h")) return { name: "help" };
	if (name === "plan") return readPlan(rest);
	if (name === "export") return readExport(rest);
	throw new WrongUsage(`${name === "" ? "No command is given" : `${JSON.stringify(name)} is not a command`}: give plan or export.`);
}
function readPlan(args) {
	const given = parse(args, {
		...planInputs,
		...planManner,
		...sharedOptions
	});
	const inputs = Object.keys(planInputs).filter(given.has).map((name) => [name, given.texts(name).join(",") || "true"]);
	if (!given.has("config") && !(given.has("asn") && given.has("cidr"))) throw new WrongUsage("What is to be planned? Give --config FILE, or --asn ASN and --cidr CIDR.");
	return {
		name: "plan",
		profile: given.texts("profile").at(-1),
		inputs: Object.fromEntries(inputs),
		form: given.has("json") ? "json" : "table",
		exitCode: given.has("detailed-exitcode") ? "detailed" : "plain",
		talk: given.has("verbose") ? "whole" : "brief"
	};
}
function readExport(args) {
	const given = parse(args, {
		...exportOptions,
		...sharedOptions
	});
	return {
		name: "export",
		profile: given.texts("profile").at(-1),
		regions: given.texts("aws-region"),
		output: given.texts("output").at(-1)
	};
}
function parse(args, options) {
	const values = valuesOf(args, options);
	for (const [name, { value, count }] of Object.entries(options)) {
		const texts = values.get(name) ?? [];
		if (value === void 0) continue;
		if (texts.includes("")) throw new WrongUsage(`--${name} is empty.`);
		if (texts.length > 1 && count !== "list") throw new WrongUsage(`--${name} is given ${texts.length} times, and can be given once.`);
	}
	return {
		texts: (name) => (values.get(name) ?? []).filter((value) => typeof value === "string"),
		has: (name) => values.has(name)
	};
}
function valuesOf(args, options) {
	const named = args.map((arg) => arg.replace(/^--region(?==|$)/, "--aws-region"));
	for (const [name, why] of Object.entries(notHere)) {
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
const notHere = {
	"role-to-assume": "the action assumes it with GitHub's ID token, and there is none here. Name a profile that assumes the role: --profile NAME.",
	"dry-run": "plan is always a dry run, and there is no other way to run it here."
};
// src/cli/table.ts
const gap = "  ";
function formatTable(header, rows, paper) {
	const widths = header.map((head, column) => Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)));
	if (widths.reduce((sum, width) => sum + width + 2, -2) > paper.width) return rows.flatMap((row) => blockLines(header, row, paper));
	const line = (cells) => cells.map((cell, column) => ({
		cell,
		left: (widths[column] ?? 0) - cell.text.length
	})).map(({ cell, left }) => painted(cell, paper) + " ".repeat(left)).join(gap).trimEnd();
	const indent = " ".repeat((widths[0] ?? 0) + 2);
	return [line(header.map((text) => ({
		text,
		look: "dim"
	}))), ...rows.flatMap(({ cells, remarks }) => [line(cells), ...remarks.flatMap((remark) => remarkLines(remark, indent, paper))])];
}
function blockLines(header, { cells, remarks }, paper) {
	const [first, ...others] = cells;
	const width = Math.max(...header.map(({ length }) => length));
	return [
		...first ? [painted(first, paper)] : [],
		...others.map((cell, index) => {
			const head = (header[index + 1] ?? "").padEnd(width);
			return `${gap}${paper.paint("dim", head)}${gap}${painted(cell, paper)}`;
		}),
		...remarks.flatMap((remark) => remarkLines(remark, gap, paper))
	];
}
function remarkLines(text, indent, { width }) {
	return wrap(text, width, indent, `${indent}${gap}`);
}
function painted({ text, look }, { paint }) {
	return look && text !== "" ? paint(look, text) : text;
}
// src/cli/format-plan.ts
const looks = {
	failed: "red",
	refused: "red",
	skipped: "yellow",
	unknown: "yellow",
	planned: "green",
	pending: "cyan",
	associated: "green",
	kept: "dim"
};
function formatPlanPage(outcome, paper) {
	const { plan, failure, reason } = outcome;
	const rows = [...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.p)(outcome)].flatMap(([end, ofEnd]) => ofEnd.map((pair) => rowOf(pair, end, failure)));
	const unmanaged = (plan?.unmanaged ?? []).map(({ target, asn, cidr, state }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(`unmanaged: ${cidr} with AS${asn} is ${state} in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.b)(target)}, left alone`));
	const digest = plan?.digest === void 0 ? [] : [`Plan digest: ${plan.digest}`];
	const ending = failure ? [] : [_every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt[reason].cause, `Next step: ${nextOf(reason)}`];
	return [
		...rows.length > 0 ? [...formatTable((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.v)("plan"), rows, paper), ""] : [],
		...unmanaged.flatMap((line) => wrap(line, paper.width, "", "  ")),
		...(rows.length > 0 ? wrap((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.f)(outcome), paper.width) : []).map((line) => paper.paint("bold", line)),
		...digest,
		...ending.flatMap((line) => wrap(line, paper.width))
	];
}
function formatFailure(failure, told, paper) {
	const { message, lines, problems, likely, reason } = failure;
	const untold = problems.filter((problem) => !told.includes(problem));
	const prose = (text) => wrap((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(text), paper.width, "", "  ");
	const [head = "", ...more] = prose(`Error: ${message} (${reason})`);
	return [
		paper.paint("red", head),
		...more.map((line) => paper.paint("red", line)),
		...untold.flatMap((problem) => prose((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)(problem))),
		...lines.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt),
		...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.T)({
			failure,
			pairs: []
		}).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt),
		...likely === void 0 ? [] : prose(`Likely cause: ${likely}`),
		...prose(`Next step: ${nextOf(reason, failure.next)}`)
	];
}
function problemsInPlan({ pairs, failure }) {
	return pairs.flatMap((pair) => problemsOf(pair, failure));
}
const atTerminal = {
	cancelled: "Run this again: it only reads, and has written nothing.",
	"plan-changed": "Read the plan as it is now. The workflow makes it anew too, and asks for an approval of it.",
	"already-pending": "Run this again later: AWS has not made the association yet.",
	"dry-run-permitted": "Open a pull request: the workflow makes this plan, and applies what is approved.",
	"dry-run-unchecked": "Open a pull request: the workflow makes this plan, and applies what is approved.",
	planned: "Open a pull request: the workflow makes this plan, and applies what is approved.",
	"not-permitted": "Leave --permission-check out, or plan with credentials that have the policy shown.",
	"credentials-rejected": "Sign in again (aws sso login --profile NAME), and check this machine's clock.",
	"account-not-allowed": "Name the profile of the account (--profile NAME), and plan the targets of one account at a time (--target NAME)."
};
function nextOf(reason, own = _every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt[reason].next) {
	return own === _every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt[reason].next ? atTerminal[reason] ?? own : own;
}
function rowOf(pair, end, failure) {
	const { target, association, before, evidence } = pair;
	const after = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.g)(pair, end, "plan");
	const { best, missing } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.h)(evidence);
	const texts = [
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.b)(target),
		association.cidr,
		`AS${association.asn}`,
		before === after ? before : `${before} → ${after}`,
		[best ?? [], ...missing].flat().join(", ") || "none"
	];
	return {
		cells: [{
			text: _every_run_js__WEBPACK_IMPORTED_MODULE_0__._[end],
			look: looks[end]
		}, ...texts.map((text) => ({ text: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(text) }))],
		remarks: remarksOf(pair, end, failure).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)
	};
}
function remarksOf(pair, end, failure) {
	const { note, place } = pair.association;
	const at = place ? `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.W)(place)}: ` : "";
	const problems = problemsOf(pair, failure);
	return [
		...note === "" ? [] : [`note: ${note}`],
		...problems.length > 0 ? problems.map(({ text }) => at + text) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.m)(pair, end).map((text) => end === "refused" ? at + text : text),
		...pair.failure ? [at + pair.failure.reason] : []
	];
}
function problemsOf({ association, step }, failure) {
	if (step !== "refuse") return [];
	return (failure?.problems ?? []).filter(({ place }) => place === association.place);
}
// src/cli/output.ts
function openScreen() {
	const secrets = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.N)();
	return {
		...secrets,
		out: openSurface(process.stdout, secrets.redact),
		err: openSurface(process.stderr, secrets.redact)
	};
}
function openSurface(stream, redact) {
	return {
		width: stream.isTTY && stream.columns || Number.POSITIVE_INFINITY,
		paint: (look, text) => (0,node_util__WEBPACK_IMPORTED_MODULE_3__.styleText)(look, text, { stream }),
		print: (lines) => {
			if (lines.length > 0) stream.write(`${redact(lines.join("\n"))}\n`);
		}
	};
}
// src/cli/plan-command.ts
const standard = {
	"dry-run": "true",
	"permission-check": "false",
	"expected-plan": "any",
	"fail-fast": "true",
	wait: "true",
	"allow-special-use": "false",
	summary: "false",
	comment: "false"
};
async function plan(command, screen, ofSignal) {
	const inputs = {
		...standard,
		...command.inputs
	};
	const ended = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.i)({
		...buildTerminalWorld(screen, command),
		readInput: (name) => inputs[name] ?? "",
		readFile
	});
	const outcome = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.C)(ended, screen.redact);
	const { failure } = outcome;
	const json = command.form === "json";
	screen.out.print(json ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.w)(outcome, Number.POSITIVE_INFINITY))] : formatPlanPage(outcome, screen.out));
	if (!failure) return statusOfPlan(outcome, command.exitCode);
	screen.err.print(formatFailure(failure, json ? [] : problemsInPlan(outcome), screen.err));
	return statusOfFailure(failure, ofSignal());
}
function readFile(path) {
	if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path)) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.n)(path, path);
	const next = `Give its path in full, or from the current folder, ${process.cwd()}.`;
	throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.r)(path, "does not exist", { next });
}
// src/cli/main.ts
async function runCli(args) {
	process.exitCode = exitStatus.failed;
	process.stdout.on("error", () => process.exit(exitStatus.failed));
	process.stderr.on("error", () => {});
	const screen = openScreen();
	const status = await run(args, screen, watchSignals());
	process.stdout.write("", (lost) => {
		if (lost && !isClosed(lost)) screen.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(`Error: Could not write to stdout: ${lost.message}`)]);
		const ending = lost ? exitStatus.failed : status;
		process.stderr.write("", () => process.exit(ending));
	});
}
function isClosed(error) {
	return "code" in error && error.code === "EPIPE";
}
async function run(args, screen, ofSignal) {
	try {
		return await carryOut(readArguments(args), screen, ofSignal);
	} catch (error) {
		if (error instanceof WrongUsage) {
			screen.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(error.message), "See associate-ipam-byoasn --help."]);
			return exitStatus.wrongUsage;
		}
		const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(error), screen.redact);
		screen.err.print(formatFailure(failure, [], screen.err));
		return statusOfFailure(failure, ofSignal());
	}
}
async function carryOut(command, screen, ofSignal) {
	switch (command.name) {
		case "help":
			screen.out.print([helpText()]);
			return exitStatus.done;
		case "plan": return plan(command, screen, ofSignal);
		case "export": return (await Promise.all(/* import() */[__webpack_require__.e(60), __webpack_require__.e(708)]).then(__webpack_require__.bind(__webpack_require__, 708))).exportConfig(command, screen);
	}
}



/***/ })

};
