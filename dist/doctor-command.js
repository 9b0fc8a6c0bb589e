export const id = 505;
export const ids = [505];
export const modules = {

505:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (doctor)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(777);
var _exit_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(938);
var _new_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(433);
var _plan_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(473);
var _valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(533);






// src/cli/doctor/finding.ts
const statuses = [
	"ok",
	"unknown",
	"warning",
	"fault"
];
function findingsAbout(subject) {
	return (status, found, advice) => ({
		status,
		subject,
		found,
		advice
	});
}
function worstStatus(findings) {
	const found = new Set(findings.map(({ status }) => status));
	return statuses.findLast((status) => found.has(status)) ?? "ok";
}
function faultOf(subject, failure) {
	const { message, likely, next, lines, problems, reason } = failure;
	return {
		status: "fault",
		subject,
		found: `${message} (${reason})${likely === void 0 ? "" : `. Likely cause: ${likely}`}`,
		advice: (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_4__.a)(reason, next),
		lines: [...problems.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Kt), ...lines],
		failure
	};
}
const styles = {
	ok: "green",
	unknown: "dim",
	warning: "yellow",
	fault: "red"
};
const width = 9;
const indent = " ".repeat(width);
function formatSections(sections, format) {
	const findings = sections.flatMap((section) => section.findings);
	return [...sections.flatMap((section) => [
		...(0,_plan_command_js__WEBPACK_IMPORTED_MODULE_4__.s)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(section.title), format.width).map((line) => format.style("bold", line)),
		...section.findings.flatMap((finding) => formatFinding(finding, format)),
		""
	]), `${count(findings, "fault")}, ${count(findings, "warning")}.`];
}
function formatFinding(finding, format) {
	const { status, subject, found, advice, lines = [] } = finding;
	const prose = (text) => (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_4__.s)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(text), format.width - width, "", "  ");
	const [head = "", ...more] = prose(`${subject}: ${found}`);
	return [format.style(styles[status], status) + " ".repeat(width - status.length) + head, ...[
		...more,
		...lines.map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar),
		...advice === void 0 ? [] : prose(`Next step: ${advice}`)
	].map((line) => indent + line)];
}
function count(findings, status) {
	const number = findings.filter((finding) => finding.status === status).length;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(number, status);
}
// src/cli/doctor/check-environment.ts
const setUp = "docs/approvals.md#set-up-the-environment";
function checkEnvironment({ name, rules }) {
	const finding = findingsAbout(`Environment ${name}`);
	if (rules === void 0) return [finding("unknown", "not read: it needs GITHUB_REPOSITORY, and GITHUB_TOKEN or GH_TOKEN")];
	if (rules === "missing") return [finding("fault", "GitHub has none. It creates one without rules at the first apply", `Create it with required reviewers before an apply (${setUp}).`)];
	if ("problem" in rules) return [finding("unknown", `not read: ${rules.problem}`)];
	const [status, found, advice] = branchFindings[rules.branches];
	return [checkReviewers(finding, rules), finding(status, found, `${advice} (${setUp}).`)];
}
function checkReviewers(finding, { reviewers, preventsSelfReview, adminsMayBypass }) {
	if (reviewers === 0) return finding("fault", "it has no required reviewers, so an apply waits for nobody", `Add required reviewers (${setUp}).`);
	return finding("ok", `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(reviewers, "required reviewer")}, who ${preventsSelfReview ? "may not approve their own runs" : "may approve their own runs"}${adminsMayBypass ? "; administrators may bypass the rules" : ""}`);
}
const branchFindings = {
	all: [
		"warning",
		"every branch may deploy",
		"Allow only the default branch"
	],
	protected: [
		"warning",
		"protected branches may deploy, and every branch while none is protected",
		"Allow only the default branch"
	],
	selected: [
		"unknown",
		"selected branches may deploy; their names were not read",
		"Check that they are only the default branch"
	]
};
// src/cli/doctor/check-machine.ts
const proxyVariables = [
	"https_proxy",
	"http_proxy",
	"all_proxy",
	"no_proxy"
];
function checkMachine(env, { problems, warnings }) {
	const finding = findingsAbout("Proxy");
	const unset = "Correct or unset the variable. Until then, AWS is not contacted.";
	const align = "Give both spellings of the variable the same value, or unset one.";
	const proxies = [...problems.map((found) => finding("fault", found, unset)), ...warnings.map((found) => finding("warning", found, align))];
	return [...proxies.length > 0 ? proxies : [finding("ok", proxiesIn(env))], ...checkEndpoints(env)];
}
function proxiesIn(env) {
	const texts = proxyVariables.flatMap((name) => [name, name.toUpperCase()]).flatMap((name) => {
		const text = env[name]?.trim();
		if (!text) return [];
		return `${name} ${/no_proxy/i.test(name) ? JSON.stringify(text) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Qt)(text)}`;
	});
	const certificates = env.NODE_EXTRA_CA_CERTS ? ["NODE_EXTRA_CA_CERTS"] : [];
	return [...texts, ...certificates].join(", ") || "none is set";
}
function checkEndpoints(env) {
	const endpoints = Object.keys(env).filter((name) => /^AWS_ENDPOINT_URL/.test(name) && env[name]).toSorted().map((name) => ({
		name,
		url: URL.parse(env[name] ?? "")
	}));
	const bad = endpoints.flatMap(({ name, url }) => checkEndpoint(name, url));
	const found = endpoints.map(({ name, url }) => `${name} ${url?.host}`).join(", ");
	return found === "" || bad.length > 0 ? bad : [findingsAbout("Endpoints")("ok", found)];
}
function checkEndpoint(name, url) {
	const finding = findingsAbout("Endpoints");
	if (!url || !/^https?:$/.test(url.protocol)) return [finding("fault", `${name} has no scheme and host`, "Unset it, or set it to a URL such as https://ec2.us-west-2.amazonaws.com.")];
	if (url.protocol === "https:" || isLoopback(url.hostname)) return [];
	return [finding("warning", `${name} ${url.host} is called without TLS`, "Use https: anyone on the network path can read and change AWS's responses.")];
}
function isLoopback(host) {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}
// src/cli/doctor/check-target.ts
function checkTarget(reading) {
	const { read, target } = reading;
	if (read instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr) return checkFailure(reading, read);
	return [
		...checkCredentials(reading),
		checkCidrs(target.region, read.observed.cidrs),
		...read.asnLists.map(checkAsnList),
		checkIpam(read.asnLists),
		...checkAsns(read),
		...read.pairs.map(checkPair),
		...checkPermissions(read.pairs),
		...read.pairs.flatMap(checkRpki)
	];
}
const subjects = {
	"no-credentials": "Credentials",
	"credentials-rejected": "Credentials",
	"oidc-denied": "Credentials",
	"account-not-allowed": "Account"
};
function checkFailure(reading, failure) {
	const subject = subjects[failure.reason] ?? `AWS in ${reading.target.region}`;
	const known = checkCredentials(reading).filter((finding) => finding.subject !== subject);
	return [...reading.accountId === void 0 ? [] : known, faultOf(subject, failure)];
}
function checkCredentials({ source, accountId, target }) {
	const expected = target.accountId === void 0 ? "" : ", as the file says";
	const account = findingsAbout("Account");
	return [findingsAbout("Credentials")("ok", `from ${source}`), accountId === void 0 ? account("unknown", "STS did not return it") : account("ok", accountId + expected)];
}
const maxListed = 10;
function checkCidrs(region, cidrs) {
	const finding = findingsAbout(`CIDRs in ${region}`);
	if (cidrs.length > 0) return finding("ok", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nr)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.et)(cidrs).map((cidr) => cidrText(cidr, cidrs)), maxListed));
	return finding("warning", "EC2 lists none", "Use the Region of the CIDR (for an IPAM pool, its locale), and the account that holds it.");
}
function cidrText(cidr, cidrs) {
	const state = cidrs.find((listed) => listed.cidr === cidr)?.state ?? "unknown";
	const asns = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$)(cidrs, cidr).map((each) => `AS${each.asn} ${each.state}`);
	return `${cidr} ${state}${asns.length === 0 ? "" : ` (${asns.join(", ")})`}`;
}
function checkAsnList({ region, asns }) {
	const finding = findingsAbout(`ASNs in ${region}`);
	if ("unread" in asns) {
		const advice = `Allow ec2:DescribeIpamByoasn in ${region}, so that a mistyped ASN is found.`;
		return finding("warning", `not read: ${asns.unread}`, advice);
	}
	const texts = asns.map(({ asn, state }) => `AS${asn} ${state}`);
	return finding("ok", texts.length === 0 ? "IPAM lists none" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nr)(texts, maxListed));
}
function unreadRegions(lists) {
	return lists.filter(({ asns }) => "unread" in asns).map(({ region }) => region);
}
function checkIpam(lists) {
	const finding = findingsAbout("IPAM admin account");
	const regions = lists.filter(({ asns }) => !("unread" in asns) && asns.length > 0).map(({ region }) => region);
	if (regions.length > 0) return finding("ok", `probably this account, with ${`its IPAM in ${regions.join(" or ")}, which lists ASNs`}`);
	const unread = unreadRegions(lists);
	if (unread.length > 0) return finding("unknown", `not known: the ASNs were not read in ${unread.join(" and ")}`);
	return finding("unknown", "not known: no ASN is listed for this account", "Use the IPAM admin account (aws ec2 describe-ipams), and set ipam-region to the IPAM's home Region.");
}
function checkAsns({ pairs, asnLists }) {
	return [...Map.groupBy(pairs, ({ association }) => association.asn)].map(([asn, ofAsn]) => {
		return checkAsn(asn, asnLists, ofAsn.some(({ step }) => step !== "keep") ? "warning" : "unknown");
	});
}
function checkAsn(asn, lists, statusIfUnlisted) {
	const finding = findingsAbout(`AS${asn}`);
	const listed = lists.flatMap(({ region, asns }) => "unread" in asns ? [] : asns.filter((item) => item.asn === asn).map(({ state }) => ({
		region,
		state
	})));
	const { next } = _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gr["asn-not-provisioned"];
	if (listed.length > 0) {
		const found = listed.map(({ region, state }) => `${state} in ${region}`).join(", ");
		return listed.some(({ state }) => state === "provisioned") ? finding("ok", found) : finding("warning", found, next);
	}
	const unread = unreadRegions(lists);
	const read = lists.map(({ region }) => region).filter((region) => !unread.includes(region));
	const unlisted = read.length === 0 ? [] : [`not listed in ${read.join(" and ")}`];
	if (unread.length > 0) return finding("unknown", [...unlisted, `not read in ${unread.join(" and ")}`].join(", "));
	return finding(statusIfUnlisted, unlisted.join(), lists.length > 1 ? next : "Check that it is not a typo. If it is right, set ipam-region to the home Region of the IPAM.");
}
function checkPair(pair) {
	const finding = findingsAbout((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Ht)(pair.association));
	if (pair.step !== "refuse") return finding("ok", `${pair.why} (CIDR ${pair.cidrState})`);
	const reason = pair.refusal ?? "refused";
	return finding("fault", `${pair.why} (${reason})`, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gr[reason].next);
}
function checkPermissions(pairs) {
	const hasRemovals = pairs.some(({ association }) => association.remove);
	return [checkPermission("associate", pairs), ...hasRemovals ? [checkPermission("disassociate", pairs)] : []];
}
function checkPermission(verb, pairs) {
	const subject = `Permission to ${verb}`;
	const finding = findingsAbout(subject);
	const asked = pairs.find(({ step }) => step === verb);
	if (!asked) return finding("unknown", `not asked: there is nothing to ${verb}`);
	const { failure, evidence } = asked;
	if (!failure) return finding("ok", evidence.at(-1)?.text ?? "");
	const fault = faultOf(subject, failure);
	if (failure.reason !== "not-permitted" || failure.lines.length === 0) return fault;
	const advice = "Right for the plan role. Give the apply role the policy above.";
	return {
		...fault,
		status: "warning",
		advice
	};
}
const createWayBack = "Create the ROAs for Amazon's ASNs that this line names: without them you cannot go back.";
function checkRpki({ association: { cidr, asn }, rpki }) {
	if (!rpki) return [];
	const finding = findingsAbout(`RPKI of ${cidr} from AS${asn}`);
	if (rpki.warnings.length === 0) return [finding("ok", rpki.state)];
	const { next } = _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gr[rpki.state === "unread" ? "rpki-unreadable" : "rpki-not-valid"];
	const advice = rpki.state === "valid" ? createWayBack : next;
	return rpki.warnings.map((found) => finding("warning", found, advice));
}
// src/cli/doctor/read-desired.ts
const standIn = {
	asn: "64496",
	cidr: "192.0.2.0/24",
	"allow-special-use": "true"
};
async function readDesired(options, { env, readFile }) {
	const { config } = options;
	const subject = config === void 0 ? "Region" : "File";
	const values = {
		..._plan_command_js__WEBPACK_IMPORTED_MODULE_4__.t,
		"permission-check": "true",
		...config === void 0 ? standIn : {},
		...options
	};
	const variables = Object.entries(env).filter(([name]) => !/_proxy$/i.test(name));
	try {
		const inputs = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)((name) => values[name] ?? "", Object.fromEntries(variables));
		const loaded = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)(inputs, readFile);
		const targets = config === void 0 ? loaded.map((target) => ({
			...target,
			associations: []
		})) : loaded;
		return {
			finding: {
				status: "ok",
				subject,
				found: config === void 0 ? regionText(targets) : `${config} has ${countText(targets)}`
			},
			desired: {
				inputs,
				targets
			}
		};
	} catch (error) {
		return { finding: faultOf(subject, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error)) };
	}
}
function regionText(targets) {
	return `${targets.map(({ region }) => region).join(", ")}; associations are checked with --config FILE`;
}
function countText(targets) {
	const count = targets.flatMap(({ associations }) => associations).length;
	return `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(targets.length, "target")} with ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(count, "association")}`;
}
// src/cli/doctor/read-target.ts
async function readTarget(target, source, inputs, context) {
	let accountId;
	const onAccountId = (known) => {
		accountId = known;
	};
	const allowRemove = target.associations.some(({ remove }) => remove);
	const own = {
		...inputs,
		allowRemove
	};
	let read;
	try {
		const connected = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.J)(target, own, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.t, context, onAccountId);
		const [asnLists, pairs] = await Promise.all([readAsnLists(connected, inputs, context), planPairs(connected, own, context)]);
		read = {
			observed: connected.observed,
			asnLists,
			pairs
		};
	} catch (error) {
		context.cancelled.throwIfAborted();
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr)) throw error;
		read = error;
	}
	return {
		target,
		source,
		accountId,
		read
	};
}
async function readAsnLists({ target, observed }, inputs, context) {
	const { region } = target;
	const { asns, ipamRegion = region } = observed;
	const ofIpam = {
		region: ipamRegion,
		asns
	};
	if (ipamRegion === region) return [ofIpam];
	const local = { ipamRegion: void 0 };
	const { connection, calls } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Y)({
		...target,
		...local
	}, {
		...inputs,
		...local,
		permissionCheck: "skip"
	}, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.t, context, () => {});
	return [{
		region,
		asns: await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nt)(connection.ec2, calls)
	}, ofIpam];
}
async function planPairs(connected, inputs, context) {
	const made = await _every_run_js__WEBPACK_IMPORTED_MODULE_0__.t.makePlan([connected], inputs, context);
	const plan = await _every_run_js__WEBPACK_IMPORTED_MODULE_0__.t.addEvidence(made, inputs, context);
	const runState = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H)();
	runState.addEntries((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(connected.target));
	runState.setPlan(plan);
	const stage = {
		connected: [connected],
		inputs,
		context,
		runState
	};
	await _every_run_js__WEBPACK_IMPORTED_MODULE_0__.t.apply(plan, {
		...stage,
		contextOf: () => context,
		elapsed: () => ""
	});
	return runState.pairs();
}
// src/cli/doctor/patterns.ts
const leftOut = "(left out)";
const keep = (text) => text;
const drop = () => leftOut;
const letter = String.raw`[\p{L}\p{N}_]`;
const label = String.raw`${letter}(?:[\p{L}\p{N}_\-]{0,62}${letter})?`;
const dottedQuad = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const idPrefix = "(?:ipam-(?:pool-|scope-|res-disco-)?|ipv[46]pool-ec2-|eipalloc-|eni-|i-|subnet-|vpce?-)";
const pathStart = String.raw`(?:[A-Za-z]:\\|\\\\|~?\/(?=[A-Za-z_.~]))`;
const ofPath = String.raw`[^\s"',;()]`;
const identifiers = [
	String.raw`\b(?:A[BCGIKNPRS][A-Z]A|APKA)[A-Z0-9]{12,128}(?::[\w+=,.@\-]{1,64})?`,
	String.raw`\brepo:[^\s:"',;()]{1,300}(?::[^\s"',;()]{1,300})?`,
	String.raw`[\p{L}\p{N}_.+\-]{1,64}@${label}(?:\.${label})*`,
	String.raw`arn:[\w\-]{0,20}:(?:[^\s"'\x60,;<>()]|,(?=[\w+=.@\/\-]))*`,
	String.raw`arn%3[Aa][\w%+=,.@\-]*`,
	String.raw`[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/[^\s"'<>()]+`,
	"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
];
const publicStart = new RegExp(String.raw`^(?:arn:aws[a-z\-]{0,20}:[a-z][a-z0-9\-]{0,30}:|repo:|[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/|${idPrefix})`);
const publicHosts = /^(?:https?:\/\/)?((ec2|sts)(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|api\.aws)|(api\.)?github\.com|stat\.ripe\.net|token\.actions\.githubusercontent\.com)(:\d{1,5})?\/?$/i;
const patterns = {
	identifier: {
		source: identifiers.join("|"),
		replace: replaceText
	},
	v6: {
		source: String.raw`(?<![\p{L}\p{N}])(?:[0-9A-Fa-f]{0,4}:){2,9}(?:${dottedQuad}|[0-9A-Fa-f]{1,4})?(?:\/\d{1,3})?`,
		replace: replaceV6
	},
	v4: {
		source: String.raw`(?<!\d|\d\.)${dottedQuad}(?:\.\d{1,3}){0,20}(?:\/\d{1,3})?(?!\.?\d)|(?<!\d|\d-)\d{1,3}(?:-\d{1,3}){3}(?!-?\d)`,
		replace: (text, substitute) => replacePrefix(text.replaceAll("-", "."), substitute)
	},
	shortV4: {
		source: String.raw`(?<!\d|\d\.)\d{1,3}(?:\.\d{1,3}){1,2}(?:(?:\.[*xX]){1,3}|\/\d{1,2}(?!\d))`,
		replace: drop
	},
	assigned: {
		source: String.raw`(?<==)(?: ?"[^"\n]{0,300}"| ?'[^'\n]{0,300}'|[^,;"'\n(){}[\]]{1,300})`,
		replace: drop
	},
	path: {
		source: String.raw`(?<!${letter})${pathStart}(?:(?<=["'].{1,3})[^"'\n]{1,300}(?=["'])|${ofPath}+(?: (?:\p{Lu}[\p{L}.\-]* ){0,2}[^\s"',;()\/\\]*[\/\\]${ofPath}*)*)`,
		replace: drop
	},
	host: {
		source: String.raw`(?:${label}\.){1,40}\p{L}(?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])+(?::\d{1,5})?`,
		replace: replaceText
	},
	encoded: {
		source: String.raw`(?=[A-Za-z+\/=_\-]*\d)[A-Za-z0-9+\/=_\-]{32,}|[A-Za-z0-9+\/=_\-]{64,}`,
		replace: drop
	},
	date: {
		source: String.raw`\b20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?`,
		replace: keep
	},
	asn: {
		source: String.raw`(?<![\p{L}\p{N}])(?:AS |[Aa][Ss][:=#\/_\-]{0,2}|[Aa][Ss][Nn][\s\p{Cf}:=#"'\/_\-]{0,3})\d{1,10}(?:\.\d{1,5}(?!\d))?`,
		replace: replaceAsn
	},
	id: {
		source: String.raw`\b${idPrefix}[0-9a-f]{8,32}\b|(?:[A-Za-z0-9]{1,32}[\-_]){0,6}(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,}(?:[\-_][A-Za-z0-9]{1,32}){0,6}`,
		replace: replaceText
	},
	dotted: {
		source: String.raw`(?<![\w.])\d{1,5}\.\d{1,5}(?![\w.]*\d)`,
		replace: replaceDotted
	},
	number: {
		source: String.raw`\d{4,}|(?<![\w.:\/\-])\d{1,3}(?![\w\/\-]|[.:]\d)`,
		replace: replaceNumber
	}
};
function createReplacer(names, values, asns) {
	const all = {
		name: {
			source: `(?<!${nameEdge})(?:${anyOf(nameSources(names))})(?!${nameEdge})`,
			replace: (text, substitute) => substitute("name", text.toLowerCase())
		},
		base64: {
			source: `(?:${anyOf(values.flatMap(base64Sources))})[A-Za-z0-9+/=_-]*`,
			replace: drop
		},
		...patterns
	};
	const sources = Object.entries(all).map(([name, { source }]) => `(?<${name}>${source})`);
	const pattern = new RegExp(sources.join("|"), "gu");
	return (text, substitute) => text.replace(pattern, (found, ...rest) => {
		const groups = rest.at(-1);
		const name = Object.keys(groups).find((key) => groups[key]) ?? "";
		return all[name]?.replace(found, substitute, asns) ?? found;
	});
}
const nameEdge = String.raw`[\p{L}\p{N}_\-]`;
function nameSources(names) {
	return [...new Set(names)].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length).map((name) => [...name].map(inAnyCase).join(""));
}
function anyOf(sources) {
	return sources.length === 0 ? "(?!)" : sources.join("|");
}
function inAnyCase(character) {
	const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
	if (lower === upper) return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
	return `(?:${lower}|${upper})`;
}
function base64Sources(value) {
	if (value.length < 4) return [];
	return [
		0,
		1,
		2
	].map((offset) => {
		const digits = Buffer.from("\0".repeat(offset) + value).toString("base64");
		const [first, end] = [Math.ceil(offset * 8 / 6), Math.floor((offset + value.length) * 8 / 6)];
		return digits.slice(first, end).replaceAll("+", "\\+").replaceAll("/", "\\/");
	});
}
function replaceText(text, substitute) {
	if (publicHosts.test(text)) return text;
	const [start = ""] = publicStart.exec(text) ?? [];
	return start + substitute("text", text.toLowerCase());
}
function replaceV6(text, substitute) {
	if (/^\d\d?:\d\d:\d\d$/.test(text)) return text;
	const replaced = replacePrefix(text, substitute);
	return replaced === "(left out)" && text.endsWith(":") ? `${replacePrefix(text.slice(0, -1), substitute)}:` : replaced;
}
function replacePrefix(text, substitute) {
	const isPrefix = text.includes("/");
	const range = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Dn)(isPrefix ? text : `${text}/${text.includes(":") ? 128 : 32}`);
	if (!range) return leftOut;
	const replaced = substitute("prefix", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.On)(range));
	return isPrefix ? replaced : replaced.replace(/\/.*/, "");
}
function replaceAsn(text, substitute) {
	const [, before = "", digits = ""] = /^(\D*)(.*)$/s.exec(text) ?? [];
	const asn = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(digits);
	return asn === void 0 ? leftOut : before + substitute("asn", asn);
}
function replaceDotted(text, substitute, asns) {
	const asn = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(text);
	if (asn !== void 0 && asns.has(asn)) return substitute("asn", asn);
	return /\d{4}/.test(text) ? leftOut : text;
}
function replaceNumber(text, substitute, asns) {
	if (text.length < 4 && !asns.has(text)) return text;
	if (text.length === 12) return substitute("account", text);
	const asn = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(text);
	return asn === void 0 ? leftOut : substitute("asn", asn);
}
// src/cli/doctor/anonymize.ts
function createAnonymizer(texts, { names, asns, values }) {
	const replace = createReplacer(names, values, new Set(asns));
	const taken = new Set(asns);
	for (const text of texts) replace(text, (_kind, value) => {
		taken.add(value);
		return value;
	});
	const substitute = createSubstitute(taken);
	return (text) => replace(text, substitute);
}
function createSubstitute(taken) {
	const candidates = new Map();
	const known = new Map();
	const choose = (kind, value) => {
		const shape = kind === "prefix" ? `${familyOf(value)}/${lengthOf(value)}` : kind;
		const ofShape = candidates.get(shape) ?? candidatesFor(kind, value);
		candidates.set(shape, ofShape);
		for (;;) {
			const { value: candidate, done } = ofShape.next();
			if (done) return leftOut;
			if (!taken.has(candidate)) return candidate;
		}
	};
	return (kind, value) => {
		const key = `${kind} ${value}`;
		const substitute = known.get(key) ?? choose(kind, value);
		known.set(key, substitute);
		return substitute;
	};
}
function candidatesFor(kind, value) {
	switch (kind) {
		case "account": return accounts();
		case "asn": return asns();
		case "prefix": return prefixes(familyOf(value), lengthOf(value));
		case "name": return numbered((number) => `name-${number}`);
		case "text": return numbered((number) => `example-${number}`);
	}
}
function* numbered(text) {
	for (let number = 1;; number += 1) yield text(number);
}
function* accounts() {
	yield* [
		"111122223333",
		"444455556666",
		"777788889999",
		"123456789012"
	];
	yield* numbered((number) => String(number).padStart(12, "0"));
}
const asnRanges = [
	[64496, 64511],
	[65536, 65551],
	[42e8, 4294967294]
];
function* asns() {
	for (const [first, last] of asnRanges) for (let asn = first; asn <= last; asn += 1) yield String(asn);
}
const prefixRanges = {
	4: [
		"192.0.2.0/24",
		"198.51.100.0/24",
		"203.0.113.0/24",
		"198.18.0.0/15",
		"10.0.0.0/8",
		"0.0.0.0/0"
	],
	6: [
		"2001:db8::/32",
		"3fff::/20",
		"::/0"
	]
};
function* prefixes(family, length) {
	const size = 1n << BigInt(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Cn[family] - length);
	for (const text of prefixRanges[family]) {
		const range = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Dn)(text);
		if (!range) continue;
		for (let first = range.first; first + size - 1n <= range.last; first += size) yield (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.On)({
			family,
			first,
			last: first + size - 1n
		});
	}
}
function familyOf(prefix) {
	return prefix.includes(":") ? 6 : 4;
}
function lengthOf(prefix) {
	return Number(prefix.split("/")[1]);
}
// src/cli/doctor/report.ts
function formatReport({ sections, readings, results, names }) {
	const report = {
		report: 1,
		node: process.versions.node,
		platform: process.platform,
		findings: sections.flatMap(({ findings }) => findings.map(findingFields)),
		targets: readings.map(targetFields),
		runs: results.map(resultFields)
	};
	const texts = [];
	mapTexts(report, (text) => {
		texts.push(text);
		return text;
	});
	return `${mapTexts(report, createAnonymizer(texts, knownValuesIn([report, readings.map(({ target }) => target)], names)))}\n`;
}
function findingFields({ status, subject, found, failure }) {
	return {
		status,
		subject,
		found: failure?.reason === "invalid-input" ? "invalid" : found,
		...failure ? {
			reason: failure.reason,
			code: failure.code ?? ""
		} : {}
	};
}
function targetFields({ target, accountId = "", read }) {
	const head = {
		account: accountId,
		region: target.region
	};
	if (read instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr) return {
		...head,
		unread: read.reason
	};
	const { observed, asnLists, pairs } = read;
	return {
		...head,
		ipam_region: observed.ipamRegion ?? "",
		advertised_is_an_association_state: hasAdvertisedState(observed.cidrs),
		asns: asnLists.map(asnFields),
		cidrs: observed.cidrs,
		pairs: pairs.map(({ association, before, step, why }) => ({
			asn: association.asn,
			cidr: association.cidr,
			state: before,
			step: step ?? "",
			why
		}))
	};
}
function hasAdvertisedState(cidrs) {
	const states = cidrs.flatMap(({ state, associations }) => associations.map((association) => ({
		cidr: state,
		association: association.state
	})));
	if (states.some(({ association }) => association === "advertised")) return true;
	return states.some(({ cidr, association }) => cidr === "advertised" && association === "associated") ? false : null;
}
function asnFields({ region, asns }) {
	return "unread" in asns ? {
		region,
		unread: asns.unread
	} : {
		region,
		listed: asns
	};
}
function resultFields({ error, pairs, ...result }) {
	return {
		...result,
		error: error?.message ?? "",
		pairs: pairs.map((pair) => ({
			...pair,
			error: pair.error ?? ""
		}))
	};
}
const valueFields = {
	account: "account",
	account_id: "account",
	accountId: "account",
	asn: "asn",
	cidr: "cidr"
};
function knownValuesIn(data, names) {
	const found = {
		account: new Set(),
		asn: new Set(),
		cidr: new Set()
	};
	mapTexts(data, (text, field) => {
		const kind = valueFields[field];
		if (kind) found[kind].add(text);
		return text;
	});
	const { account, asn, cidr } = found;
	return {
		asns: [...asn].flatMap((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(text) ?? []),
		values: [
			...account,
			...asn,
			...cidr
		],
		names: [
			...names,
			...[...asn].filter((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(text) === void 0),
			...[...cidr].filter((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bn)(text) === void 0)
		]
	};
}
const closedFields = new Set([...[
	"status",
	"reason",
	"code",
	"unread",
	"step",
	"end",
	"platform",
	"advertisementType"
], ...[
	"state",
	"cidr_state",
	"state_before",
	"region",
	"ipam_region"
]]);
const closedWord = /^[A-Za-z]+(-[a-z]+)*(-\d)?(\.[A-Z][A-Za-z]*)*$/;
function mapTexts(data, map) {
	const replace = (field, value) => {
		if (typeof value !== "string") return value;
		return closedFields.has(field) && closedWord.test(value) ? value : map(value, field);
	};
	return JSON.stringify(data, replace, 2);
}
function namesOf({ profile, inputs, environment }, env, readings) {
	const hosts = Object.keys(env).filter((name) => /_PROXY$|^AWS_ENDPOINT_URL|^GITHUB_API_URL$/i.test(name)).flatMap((name) => hostsIn(env[name] ?? "")).filter((host) => host !== "api.github.com");
	return [
		...[
			profile ?? env.AWS_PROFILE,
			env.AWS_DEFAULT_PROFILE,
			env.AWS_ROLE_SESSION_NAME
		],
		...[
			environment,
			inputs.config,
			inputs.rpki
		],
		...(env.GITHUB_REPOSITORY ?? "").split("/"),
		...[...hosts, ...hostsIn(inputs.rpki ?? "")],
		...readings.map(({ target }) => target).filter(hasOwnName).map(({ name }) => name)
	].filter((name) => name !== void 0);
}
function hostsIn(text) {
	return text.split(/[\s,]+/).map((entry) => {
		return entry.replace(/^[\w+.-]+:\/\//, "").replace(/^.*@/, "").replace(/^\*?\./, "").replace(/[:/].*$/, "");
	});
}
function hasOwnName({ name, accountId = "", region }) {
	return name !== region && name !== (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.sn)(accountId, region);
}
const text = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.E)(), "");
const pairTexts = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.i)([...[
	"account_id",
	"region",
	"asn",
	"cidr",
	"cidr_state",
	"state_before",
	"state"
], ...[
	"status_message",
	"end",
	"why",
	"request_id"
]], text);
const runResult = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.g)({
	schema_version: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.c)(1),
	reason: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.E)(),
	dry_run: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.p)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.n)()),
	state: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.E)(),
	pairs: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.g)({
		...pairTexts,
		changed: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.n)(), false),
		error: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.m)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.g)({
			reason: text,
			message: text
		}))
	})),
	error: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.m)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.g)({ message: text }))
});
function parseResult(json, path) {
	const { success, output } = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_5__.T)(runResult, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wn)(json));
	if (success) return output;
	throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("invalid-input", `${path} is not the result of a run`, { next: "Write the output result of the action, or what plan --json prints, to the file." });
}
// src/cli/doctor/doctor-command.ts
const timeoutSeconds = 300;
async function doctor(command, terminal) {
	const results = command.results.map((path) => parseResult((0,_plan_command_js__WEBPACK_IMPORTED_MODULE_4__.r)(path), path));
	const context = openContext(command, terminal);
	const { sections, readings } = await examine(command, context);
	terminal.out.print(formatSections(sections, terminal.out));
	if (command.report !== void 0) {
		const names = namesOf(command, context.env, readings);
		(0,_new_file_js__WEBPACK_IMPORTED_MODULE_3__.t)(command.report, terminal.redact(formatReport({
			sections,
			readings,
			results,
			names
		})));
		terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(`Wrote ${command.report}. Read it before you publish it.`)]);
	}
	return statusOf(sections.flatMap(({ findings }) => findings), command.exitCode);
}
async function examine(command, context) {
	const proxies = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(context.env);
	const { finding, desired } = await readDesired(command.inputs, context);
	const isReachable = proxies.problems.length === 0;
	const [environment, readings] = await Promise.all([isReachable ? readRules(command.environment, context) : void 0, isReachable && desired ? readTargets(desired.targets, desired.inputs, context) : []]);
	const general = [
		...checkMachine(context.env, proxies),
		finding,
		...environment ? checkEnvironment(environment) : []
	];
	const targets = readings.map((reading) => ({
		title: titleOf(reading),
		findings: checkTarget(reading)
	}));
	return {
		sections: [{
			title: "General",
			findings: general
		}, ...targets],
		readings
	};
}
function openContext({ inputs, profile }, terminal) {
	const context = (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_2__.a)(terminal, {
		profile,
		verbosity: "brief"
	});
	const { env } = context;
	for (const token of [env.GITHUB_TOKEN, env.GH_TOKEN]) terminal.mask(token ?? "");
	return {
		...context,
		github: env.GITHUB_ACTIONS ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(env, void 0) : void 0,
		readInput: (name) => inputs[name] ?? "",
		readFile: _plan_command_js__WEBPACK_IMPORTED_MODULE_4__.r,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt)(context.clock, timeoutSeconds)
	};
}
async function readRules(name, context) {
	const { GITHUB_TOKEN, GH_TOKEN, GITHUB_REPOSITORY: repository } = context.env;
	const token = GITHUB_TOKEN || GH_TOKEN;
	if (!token || !repository) return {
		name,
		rules: void 0
	};
	return {
		name,
		rules: await (0,_github_js__WEBPACK_IMPORTED_MODULE_1__.r)(name, (0,_github_js__WEBPACK_IMPORTED_MODULE_1__.i)(token, context))
	};
}
async function readTargets(targets, inputs, context) {
	const source = inputs.role ? roleSource(inputs.role) : await chainSource(context.env);
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(targets, inputs.concurrency, (target) => readTarget(target, source, inputs, context));
}
function roleSource(role) {
	const [first, ...others] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(role);
	const chained = others.map((arn) => `, then the role ${arn} with that session`);
	return [`the role ${first}, with GitHub's ID token`, ...chained].join("");
}
async function chainSource(env) {
	const { nameSource } = await Promise.all(/* import() */[__webpack_require__.e(128), __webpack_require__.e(328), __webpack_require__.e(733)]).then(__webpack_require__.bind(__webpack_require__, 733));
	return nameSource(env);
}
function titleOf({ target, accountId = target.accountId }) {
	return [target.name, ...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Nt)({
		...target,
		accountId
	})].join(" \u00b7 ");
}
function statusOf(findings, exitCode) {
	const worst = worstStatus(findings);
	if (worst === "fault") return _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.failed;
	return worst === "warning" && exitCode === "detailed" ? _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.changes : _exit_code_js__WEBPACK_IMPORTED_MODULE_2__.t.done;
}



}),

433:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  t: () => (writeNew)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);


// src/cli/new-file.ts
function writeNew(path, text) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, text, { flag: "wx" });
	} catch (error) {
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("invalid-input", `Could not write ${JSON.stringify(path)}: ${error}`, { next: "Choose a new file name in an existing folder." });
	}
}



})

};
