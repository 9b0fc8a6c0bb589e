export const id = 203;
export const ids = [203];
export const modules = {

938:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  a: () => (createContext),
  i: () => (watchSignals),
  n: () => (statusOfFailure),
  r: () => (statusOfPlan),
  t: () => (exitStatus)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(161);


// src/cli/context.ts
function createContext(terminal, { profile, verbosity }) {
	const { variables, secrets, warnings } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(process.env);
	for (const secret of secrets) terminal.mask(secret);
	if (profile !== void 0) chooseProfile(profile);
	const cancelled = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.qt)((error) => terminal.err.print((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(error).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)));
	const transport = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.fn)(variables);
	const log = createLog(terminal.err, verbosity);
	for (const text of warnings) log.warning(text);
	return {
		env: process.env,
		github: void 0,
		clock: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.fr)(cancelled),
		random: Math.random,
		cancelled,
		log,
		mask: terminal.mask,
		connect: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mn)(transport),
		transport
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
function createLog(output, verbosity) {
	const printDim = (texts) => output.print(texts.map((text) => output.style("dim", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(text))));
	return {
		group: (title) => {
			if (verbosity === "full") output.print([output.style("bold", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(title))]);
		},
		close: () => {},
		line: (text) => printDim([text]),
		lines: (texts) => {
			if (verbosity === "full") printDim(texts);
		},
		notice: (text) => output.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(text)]),
		warning: (text, location) => {
			const at = location ? `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Gt)(location)} ` : "";
			output.print([output.style("yellow", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(`Warning: ${at}${text}`))]);
		}
	};
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
	for (const signal of _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jt) process.on(signal, () => {
		if (status !== void 0) process.exit(status);
		status = 128 + node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal];
	});
	return () => status;
}
function statusOfFailure({ reason }, signalStatus) {
	return (reason === "cancelled" ? signalStatus : void 0) ?? exitStatus.failed;
}
function statusOfPlan({ plan }, exitCode) {
	return exitCode === "detailed" && plan && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.w)(plan) ? exitStatus.changes : exitStatus.done;
}



}),

203:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (runCli)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _plan_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(473);
var _exit_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(938);
var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(975);




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
		text: "The CIDR of that association or route."
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
		text: "Fail if the plan would change more. Default of --routes: 1."
	},
	"allow-remove": { text: "Accept the removal of associations with remove: true in the file." },
	rpki: {
		value: "SOURCE",
		text: "Read RPKI data: ripestat, the URL of a Routinator or a JSON file of VRPs. Default of --routes: ripestat."
	},
	"rpki-policy": {
		value: "POLICY",
		text: "report (default), refuse-invalid or require-valid (default of --routes)."
	},
	"rpki-max-age": {
		value: "HOURS",
		text: "Treat older RPKI data as unreadable. Default: 24."
	},
	"ipam-region": {
		value: "REGION",
		text: "Refuse an ASN that is not provisioned in this home Region of the IPAM."
	},
	unmanaged: {
		value: "REACTION",
		text: "What to do about other ASNs on the CIDRs: report (default), warn or fail."
	},
	"all-cidrs": { text: "Also treat CIDRs that are not in the file as unmanaged." },
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
const routeInputs = { origin: {
	value: "ORIGIN",
	text: "The origin of a single route, instead of --config: an ASN, AWS or none."
} };
const notForRoutes = [
	"asn",
	"unmanaged",
	"all-cidrs",
	"allow-remove"
];
const outputOptions = {
	routes: { text: "Plan the routes of the file instead of its associations." },
	json: { text: "Print the result as JSON instead, on one line (docs/inputs-outputs.md)." },
	"detailed-exitcode": { text: "Exit with 2 if the plan has changes." },
	verbose: { text: "Also print the inputs and the evidence of the plan." }
};
const exportOptions = {
	"aws-region": {
		value: "REGION",
		count: "list",
		text: "A Region to read; may be repeated. Default and --region as above."
	},
	output: {
		value: "FILE",
		text: "Write to this new file instead of stdout."
	}
};
const doctorInputs = {
	config: planInputs.config,
	target: planInputs.target,
	"aws-region": planInputs["aws-region"],
	"ipam-region": planInputs["ipam-region"],
	rpki: planInputs.rpki,
	"allow-special-use": planInputs["allow-special-use"],
	"role-to-assume": {
		value: "ARN",
		count: "list",
		text: "In a job: assume this role with its ID token. Repeated, a chain."
	}
};
const doctorOptions = {
	environment: {
		value: "NAME",
		text: "Check the rules of this environment. Needs GITHUB_REPOSITORY, and GITHUB_TOKEN or GH_TOKEN. Default: byoasn."
	},
	report: {
		value: "FILE",
		text: "Write a report for a public issue to this new file, with documentation values instead of yours."
	},
	result: {
		value: "FILE",
		count: "list",
		text: "Add the result of a run to it: the output result, or what plan --json prints."
	},
	"detailed-exitcode": { text: "Exit with 2 if the worst finding is a warning." }
};
const sharedOptions = { profile: {
	value: "NAME",
	text: "A profile of AWS's shared files, like AWS_PROFILE."
} };
const usage = `Usage: associate-ipam-byoasn plan --config FILE [options]
       associate-ipam-byoasn plan --asn ASN --cidr CIDR [options]
       associate-ipam-byoasn plan --origin ORIGIN --cidr CIDR [options]
       associate-ipam-byoasn export --aws-region REGION [--output FILE]
       associate-ipam-byoasn doctor [--config FILE] [options]
       associate-ipam-byoasn --help | --version

plan    prints what the action would do, and changes nothing in AWS.
export  prints a configuration file with the associations that exist in AWS.
doctor  checks what a run depends on, and says what to do; it changes nothing.

All use the AWS CLI's credentials: the default chain of the AWS SDK.

Examples:
  associate-ipam-byoasn plan --config byoasn.yml
  associate-ipam-byoasn plan --asn 64500 --cidr 198.51.100.0/24 \\
    --aws-region us-west-2 --rpki ripestat`;
const statuses = `Exit status:
  0    the plan was made, the file was written, or there is no fault
  1    it failed, a rule refused the plan, or doctor found a fault
  2    with --detailed-exitcode: the plan has changes, or doctor found no
       fault, but warnings
  64   invalid command line
  130  ended by SIGINT (Ctrl-C); other signals: 128 + their number`;
function helpText() {
	const texts = [
		["Options of plan", {
			...planInputs,
			...routeInputs,
			...outputOptions
		}],
		["Options of export", exportOptions],
		["Options of doctor, besides --config, --target, --aws-region, --ipam-region,\n--rpki and --allow-special-use", {
			"role-to-assume": doctorInputs["role-to-assume"],
			...doctorOptions
		}],
		["Options of all", sharedOptions]
	].map(([title, options]) => `${title}:\n${optionLines(options).join("\n")}`);
	return [
		usage,
		...texts,
		statuses
	].join("\n\n");
}
function optionLines(options) {
	const indent = " ".repeat(34);
	return Object.entries(options).flatMap(([name, { value, text }]) => {
		const head = value === void 0 ? `  --${name}` : `  --${name} ${value}`;
		return (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_1__.s)(text, terminalWidth, head.padEnd(indent.length), indent);
	});
}
// src/cli/arguments.ts
var WrongUsage = class extends Error {
	name = "WrongUsage";
};
function readArguments(args) {
	const [name = "help", ...rest] = args;
	if (name === "help" || args.includes("--help") || args.includes("-h")) return { name: "help" };
	if (name === "plan") return readPlan(rest);
	if (name === "export") return readExport(rest);
	if (name === "doctor") return readDoctor(rest);
	throw new WrongUsage(`${JSON.stringify(name)} is not a command: use plan, export or doctor.`);
}
function readPlan(args) {
	const options = {
		...planInputs,
		...routeInputs
	};
	const values = parse(args, {
		...options,
		...outputOptions,
		...sharedOptions
	});
	const action = values.has("routes") || values.has("origin") ? "routes" : "associations";
	checkPlan(action, values);
	return {
		name: "plan",
		profile: values.get("profile")?.[0],
		action,
		inputs: inputsIn(values, options),
		form: values.has("json") ? "json" : "table",
		exitCode: exitCodeIn(values),
		verbosity: values.has("verbose") ? "full" : "brief"
	};
}
function checkPlan(action, values) {
	const name = action === "routes" ? "origin" : "asn";
	const foreign = notForRoutes.find((option) => action === "routes" && values.has(option));
	if (foreign) throw new WrongUsage(`--${foreign} is for associations, and this plans routes.`);
	if (!values.has("config") && !(values.has(name) && values.has("cidr"))) throw new WrongUsage(`Missing --config FILE, or ${`--${name} ${name.toUpperCase()} and --cidr CIDR`}.`);
}
function readExport(args) {
	const values = parse(args, {
		...exportOptions,
		...sharedOptions
	});
	return {
		name: "export",
		profile: values.get("profile")?.[0],
		regions: values.get("aws-region") ?? [],
		output: values.get("output")?.[0]
	};
}
function readDoctor(args) {
	const values = parse(args, {
		...doctorInputs,
		...doctorOptions,
		...sharedOptions
	});
	const results = values.get("result") ?? [];
	if (results.length > 0 && !values.has("report")) throw new WrongUsage("--result needs --report FILE.");
	return {
		name: "doctor",
		profile: values.get("profile")?.[0],
		inputs: inputsIn(values, doctorInputs),
		environment: values.get("environment")?.[0] ?? "byoasn",
		report: values.get("report")?.[0],
		results,
		exitCode: exitCodeIn(values)
	};
}
function exitCodeIn(values) {
	return values.has("detailed-exitcode") ? "detailed" : "plain";
}
function inputsIn(values, options) {
	const given = values.entries().filter(([name]) => name in options);
	return Object.fromEntries(given.map(([name, texts]) => [name, texts.join(name === "role-to-assume" ? "\n" : ",")]));
}
const unsupportedOptions = {
	"role-to-assume": "the action assumes it with GitHub's ID token, which a terminal does not have. Use a profile that assumes the role: --profile NAME.",
	"dry-run": "plan never changes anything, so it needs no --dry-run."
};
function parse(args, options) {
	const named = args.map((arg) => arg.replace(/^--region(?==|$)/, "--aws-region"));
	for (const [name, why] of Object.entries(unsupportedOptions)) if (named.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)) && !(name in options)) throw new WrongUsage(`--${name}: ${why}`);
	const values = parseValues(named, options);
	for (const [name, texts] of values) {
		if (texts.includes("")) throw new WrongUsage(`--${name} is empty.`);
		if (texts.length > 1 && options[name]?.count !== "list") throw new WrongUsage(`--${name} may be given only once.`);
	}
	return values;
}
function parseValues(args, options) {
	const types = Object.entries(options).map(([name, { value }]) => {
		const isSwitch = value === void 0;
		return [name, {
			type: isSwitch ? "boolean" : "string",
			multiple: !isSwitch
		}];
	});
	try {
		const { values } = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.parseArgs)({
			args,
			options: Object.fromEntries(types)
		});
		const entries = Object.entries(values);
		return new Map(entries.map(([name, value]) => [name, [value].flat().map(String)]));
	} catch (error) {
		const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
		const [, unknown = ""] = /^Unknown option '--(.+)'/.exec(sentence) ?? [];
		const maxEdits = unknown.length < 6 ? 1 : 2;
		const [meant, ...others] = Object.keys(options).filter((name) => isWithin(maxEdits, unknown, name));
		const hint = meant === void 0 || others.length > 0 ? "" : ` Did you mean --${meant}?`;
		throw new WrongUsage(`${sentence.replace(/\.$/, "")}.${hint}`);
	}
}
function isWithin(edits, a, b) {
	if (a === b) return true;
	const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
	if (a[0] === b[0]) return isWithin(edits, restOfA, restOfB);
	if (edits === 0) return false;
	return isWithin(edits - 1, restOfA, restOfB) || isWithin(edits - 1, restOfA, b) || isWithin(edits - 1, a, restOfB);
}
// src/cli/main.ts
async function runCli(args) {
	process.exitCode = _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.failed;
	process.stdout.on("error", () => process.exit(_exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.failed));
	process.stderr.on("error", () => {});
	const terminal = (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_1__.o)();
	const status = await run(args, terminal, (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_2__.i)());
	process.stdout.write("", (lost) => {
		if (lost && !isClosed(lost)) terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(`Error: Could not write to stdout: ${lost.message}`)]);
		const code = lost ? _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.failed : status;
		process.stderr.write("", () => process.exit(code));
	});
}
function isClosed(error) {
	return "code" in error && error.code === "EPIPE";
}
async function run(args, terminal, signalStatus) {
	try {
		const command = readArguments(args);
		if (command.name === "plan") return await (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_1__.n)(command, terminal, signalStatus);
		if (command.name === "export") return await (await __webpack_require__.e(/* import() */ 708).then(__webpack_require__.bind(__webpack_require__, 708))).exportConfig(command, terminal);
		if (command.name === "doctor") return await (await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(505)]).then(__webpack_require__.bind(__webpack_require__, 505))).doctor(command, terminal);
		terminal.out.print([helpText()]);
		return _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.done;
	} catch (error) {
		if (error instanceof WrongUsage) {
			terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(error.message), "See associate-ipam-byoasn --help."]);
			return _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.wrongUsage;
		}
		const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.St)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error), terminal.redact);
		terminal.err.print((0,_plan_command_js__WEBPACK_IMPORTED_MODULE_1__.i)(failure, [], terminal.err));
		return (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_2__.n)(failure, signalStatus());
	}
}



}),

473:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  a: () => (nextOf),
  i: () => (formatFailure),
  n: () => (plan),
  o: () => (openTerminal),
  r: () => (readFile),
  s: () => (wrap),
  t: () => (dryRunInputs)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938);
var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24);
var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(975);




// src/cli/output.ts
function openTerminal() {
	const secrets = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Yt)();
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
// src/cli/table.ts
const gap = "  ";
function formatTables(header, sections, format) {
	const rows = sections.flatMap((section) => section.rows);
	const widths = header.map((head, column) => Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)));
	const totalWidth = widths.reduce((sum, width) => sum + width + 2, -2);
	const linesOf = (some) => totalWidth > format.width ? blockLines(header, some, format) : tableLines(header, some, widths, format);
	return sections.flatMap((section) => [
		...wrap(section.title, format.width).map((line) => format.style("bold", line)),
		...linesOf(section.rows),
		...section.foot === "" ? [] : wrap(section.foot, format.width, "", gap).map((line) => format.style("dim", line)),
		""
	]);
}
function tableLines(header, rows, widths, format) {
	const line = (cells) => cells.map((cell, column) => ({
		cell,
		left: (widths[column] ?? 0) - cell.text.length
	})).map(({ cell, left }) => styled(cell, format) + " ".repeat(left)).join(gap).trimEnd();
	return [line(header.map((text) => ({
		text,
		style: "dim"
	}))), ...rows.flatMap(({ cells, remarks }) => [line(cells), ...remarkLines(remarks, format)])];
}
function blockLines([, ...header], rows, format) {
	const width = Math.max(...header.map(({ length }) => length));
	return rows.flatMap(({ cells: [first, ...others], remarks }) => [
		...first ? [styled(first, format)] : [],
		...others.map((cell, index) => {
			const head = (header[index] ?? "").padEnd(width);
			return `${gap}${format.style("dim", head)}${gap}${styled(cell, format)}`;
		}),
		...remarkLines(remarks, format)
	]);
}
function remarkLines(remarks, { width }) {
	return remarks.flatMap((remark) => wrap(remark, width, gap, `${gap}${gap}`));
}
function styled({ text, style }, format) {
	return style && text !== "" ? format.style(style, text) : text;
}
// src/cli/format-plan.ts
function formatPlanPage(outcome, format) {
	const { plan } = outcome;
	const rows = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ot)(outcome);
	const effects = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(outcome, rows);
	const unmanaged = (plan?.unmanagedCidrs ?? []).slice(0, 100);
	const counts = [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.x)(outcome, rows), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.S)(outcome, rows).join(", ")].filter((text) => rows.length > 0 && text !== "").map((text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
	return [
		...effects.flatMap((line) => wrap((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(line), format.width, "", "  ")),
		...effects.length > 0 ? [""] : [],
		...formatRows(outcome, rows, format),
		...unmanaged.flatMap((cidr) => wrap((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Mt)(cidr)), format.width, "", "  ")),
		...(counts.length > 0 ? wrap(counts.join(" "), format.width) : []).map((line) => format.style("bold", line)),
		...plan?.digest === void 0 ? [] : [`Plan digest: ${plan.digest}`],
		...conclusionLines(outcome).flatMap((line) => wrap(line, format.width))
	];
}
function conclusionLines(outcome) {
	const { failure, reason } = outcome;
	if (failure) return [];
	const own = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Et)(outcome, {
		pullRequest: void 0,
		isOnDefaultBranch: false
	});
	return [_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gr[reason].cause, `Next step: ${nextOf(reason, own)}`];
}
function formatRows(outcome, rows, format) {
	const problemsOf = problemFinder(outcome);
	const sections = [...Map.groupBy(rows, ({ pair }) => pair.target)].map(([target, ofTarget]) => {
		const checks = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kt)(ofTarget.map(({ pair }) => pair)).map(({ text }) => text);
		return {
			title: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)([target.name, ...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(target)].join(" \u00b7 ")),
			rows: ofTarget.map((row) => rowOf(row, problemsOf(row.pair))),
			foot: checks.length === 0 ? "" : `Checks: ${checks.join(", ")}`
		};
	});
	return formatTables((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.b)(outcome, rows), sections, format);
}
function formatFailure(failure, reported, format) {
	const { message, lines, problems, likely, reason } = failure;
	const unreported = problems.filter((problem) => !reported.includes(problem));
	const prose = (text) => wrap((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(text), format.width, "", "  ");
	const [head = "", ...more] = prose(`Error: ${message} (${reason})`);
	return [
		format.style("red", head),
		...more.map((line) => format.style("red", line)),
		...unreported.flatMap((problem) => prose((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Kt)(problem))),
		...lines.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar),
		...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.wt)({
			failure,
			pairs: []
		}).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar),
		...likely === void 0 ? [] : prose(`Likely cause: ${likely}`),
		...prose(`Next step: ${nextOf(reason, failure.next)}`)
	];
}
function problemsInPlan(outcome) {
	return outcome.pairs.flatMap(problemFinder(outcome));
}
function problemFinder({ failure }) {
	const byLocation = Map.groupBy(failure?.problems ?? [], ({ location }) => location);
	return (pair) => {
		const { location } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(pair);
		return pair.step === "refuse" && location ? byLocation.get(location) ?? [] : [];
	};
}
const openPullRequest = "Open a pull request. The workflow plans again, and applies the plan that is approved.";
const nextInTerminal = {
	cancelled: "Run it again. It only reads, and changed nothing.",
	"plan-changed": "Review the plan above. The workflow plans again too, and asks for approval of the new plan.",
	"already-pending": "Run it again later: the association is still pending in AWS.",
	"dry-run-permitted": openPullRequest,
	"dry-run-unchecked": openPullRequest,
	planned: openPullRequest,
	"not-permitted": "Omit --permission-check, or use credentials with the policy above.",
	"credentials-rejected": "Sign in again (aws sso login --profile NAME), and check this machine's clock.",
	"account-not-allowed": "Use a profile of that account (--profile NAME), and plan the targets of one account at a time (--target NAME)."
};
function nextOf(reason, own) {
	return own === _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gr[reason].next ? nextInTerminal[reason] ?? own : own;
}
function rowOf(row, problems) {
	const { pair, status, change } = row;
	const cells = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.y)(row).map(({ text, isBold }) => ({
		text: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(text),
		...isBold ? { style: "bold" } : {}
	}));
	return {
		cells: [
			{ text: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(pair).cidr) },
			...cells,
			{
				text: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(change.text),
				style: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(status, pair).color
			}
		],
		remarks: remarksOf(row, problems).map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)
	};
}
function remarksOf({ pair, status, desired, rpki, change }, problems) {
	const { note, location } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(pair);
	const at = location ? `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Gt)(location)}: ` : "";
	return [
		...note === "" ? [] : [`note: ${note}`],
		...desired.remarks.map((text) => `${desired.text}: ${text}`),
		...(rpki?.remarks ?? []).map((text) => pair.route ? `RPKI: ${text}` : `RPKI of ${text}`),
		...problems.length > 0 ? problems.map(({ text }) => at + text) : change.remarks.map((text) => status === "refused" ? at + text : text),
		...pair.failure ? [at + pair.failure.reason] : []
	];
}
// src/cli/plan-command.ts
const dryRunInputs = {
	"dry-run": "true",
	"permission-check": "false",
	"expected-plan": "any",
	"fail-fast": "true",
	wait: "true",
	"allow-special-use": "false",
	"all-cidrs": "false",
	"allow-remove": "false",
	"role-chaining": "false",
	"session-policy": "true",
	summary: "false",
	comment: "false"
};
async function plan(command, terminal, signalStatus) {
	const inputs = {
		...dryRunInputs,
		...command.inputs
	};
	const readOnce = createFileReader();
	const context = {
		...(0,_exit_code_js__WEBPACK_IMPORTED_MODULE_1__.a)(terminal, command),
		readInput: (name) => inputs[name] ?? "",
		readFile: readOnce
	};
	const result = command.action === "routes" ? await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.A)(context, (await Promise.all(/* import() */[__webpack_require__.e(407), __webpack_require__.e(176)]).then(__webpack_require__.bind(__webpack_require__, 176))).routes) : await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.A)(context, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.t);
	const outcome = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(result, terminal.redact);
	const { failure } = outcome;
	const json = command.form === "json";
	terminal.out.print(json ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ir)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.v)(outcome, Number.POSITIVE_INFINITY))] : [...formatPlanPage(outcome, terminal.out), ...await routesNote(outcome, readOnce)]);
	if (!failure) return (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_1__.r)(outcome, command.exitCode);
	terminal.err.print(formatFailure(failure, json ? [] : problemsInPlan(outcome), terminal.err));
	return (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_1__.n)(failure, signalStatus());
}
async function routesNote({ action, plan, inputs }, readOnce) {
	if (action === "routes" || !plan || inputs?.source.form !== "file") return [];
	const count = (await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)(inputs, readOnce)).reduce((sum, { routes = [] }) => sum + routes.length, 0);
	if (count === 0) return [];
	return [`The file also has ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(count, "route")}, which --routes plans.`];
}
function createFileReader() {
	const texts = new Map();
	return (path) => {
		const text = texts.get(path) ?? readFile(path);
		texts.set(path, text);
		return text;
	};
}
function readFile(path) {
	if ((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(path)) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(path, path);
	const next = `Use a full path, or one relative to the current folder, ${process.cwd()}.`;
	throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt)(path, "does not exist", { next });
}



})

};
