export const id = 505;
export const ids = [505];
export const modules = {

505:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (doctor)
});
var _credential_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(328);
var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
var _github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(777);
var _exit_code_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(938);
var _new_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(433);
var _plan_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(473);
var _valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(533);







// src/aws/credentials/name-source.ts
async function nameSource(env) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Wn)(env)) return "AWS_ACCESS_KEY_ID of the environment";
	const names = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Un)(env, await (0,_credential_providers_js__WEBPACK_IMPORTED_MODULE_0__.c)({})).map(({ name }) => name).join(", then ");
	return names === "" ? "the instance metadata service" : names;
}
// src/cli/doctor/check-environment.ts
const setUp = "docs/approvals.md#set-up-the-environment";
function checkEnvironment({ name, rules }) {
	const subject = `Environment ${name}`;
	if (rules === void 0) return [{
		status: "unknown",
		subject,
		found: "not asked: GITHUB_TOKEN or GH_TOKEN, or GITHUB_REPOSITORY is not set"
	}];
	if (rules === "missing") return [{
		status: "fault",
		subject,
		found: "GitHub has none. It creates one without rules at the first apply",
		advice: `Create it with required reviewers before an apply (${setUp}).`
	}];
	if ("problem" in rules) return [{
		status: "unknown",
		subject,
		found: `not read: ${rules.problem}`
	}];
	return [reviewersOf(subject, rules), branchesOf(subject, rules)];
}
function reviewersOf(subject, { reviewers, preventsSelfReview, adminsMayBypass }) {
	if (reviewers === 0) return {
		status: "fault",
		subject,
		found: "it has no required reviewers, so an apply waits for nobody",
		advice: `Add required reviewers (${setUp}).`
	};
	const self = preventsSelfReview ? "none may approve an own run" : "they may approve own runs";
	return {
		status: "ok",
		subject,
		found: `${reviewers === 1 ? "1 required reviewer" : `${reviewers} required reviewers`}; ${self}${adminsMayBypass ? "; administrators may bypass the rules" : ""}`
	};
}
function branchesOf(subject, { branches }) {
	const advice = `Admit only the default branch (${setUp}).`;
	switch (branches) {
		case "all": return {
			status: "warning",
			subject,
			found: "every branch may deploy",
			advice
		};
		case "protected": return {
			status: "warning",
			subject,
			found: "protected branches may deploy, and every branch while none is protected",
			advice
		};
		case "selected": return {
			status: "unknown",
			subject,
			found: "selected branches may deploy; their names were not read",
			advice: `Check that they are only the default branch (${setUp}).`
		};
	}
}
// src/cli/doctor/check-machine.ts
const proxyVariables = [
	"https_proxy",
	"http_proxy",
	"all_proxy",
	"no_proxy"
];
function checkMachine(env, { problems, warnings }) {
	const wrong = problems.map((found) => proxyFinding("fault", found));
	const ignored = warnings.map((found) => proxyFinding("warning", found));
	const proxies = [...wrong, ...ignored];
	return [...proxies.length > 0 ? proxies : [{
		status: "ok",
		subject: "Proxy",
		found: inUse(env)
	}], ...checkEndpoints(env)];
}
function proxyFinding(status, text) {
	return {
		status,
		subject: "Proxy",
		found: text,
		advice: status === "fault" ? "Correct or unset the variable. AWS is not contacted before." : "Give both spellings of the variable the same value, or unset one."
	};
}
function inUse(env) {
	const texts = proxyVariables.flatMap((name) => [name, name.toUpperCase()]).flatMap((name) => {
		const text = env[name]?.trim();
		if (!text) return [];
		return `${name} ${/no_proxy/i.test(name) ? JSON.stringify(text) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Ht)(text)}`;
	});
	const certificates = env.NODE_EXTRA_CA_CERTS ? ["NODE_EXTRA_CA_CERTS"] : [];
	return [...texts, ...certificates].join(", ") || "none is set";
}
function checkEndpoints(env) {
	const endpoints = Object.keys(env).filter((name) => /^AWS_ENDPOINT_URL/.test(name)).toSorted().flatMap((name) => env[name] ? {
		name,
		url: parseEndpoint(env[name])
	} : []);
	const bad = endpoints.flatMap(({ name, url }) => badEndpoint(name, url));
	const found = endpoints.map(({ name, url }) => `${name} ${url?.host}`).join(", ");
	if (found === "" || bad.length > 0) return bad;
	return [{
		status: "ok",
		subject: "Endpoints",
		found
	}];
}
function parseEndpoint(text) {
	const url = URL.parse(text);
	return url && /^https?:$/.test(url.protocol) ? url : void 0;
}
function badEndpoint(name, url) {
	const subject = "Endpoints";
	if (!url) return [{
		status: "fault",
		subject,
		found: `${name} has no scheme and host`,
		advice: "Unset it, or set it to a URL such as https://ec2.us-west-2.amazonaws.com."
	}];
	if (url.protocol === "https:" || isLoopback(url.hostname)) return [];
	return [{
		status: "warning",
		subject,
		found: `${name} ${url.host} is asked without TLS`,
		advice: "Use https: anyone on the way can read and change what AWS answers."
	}];
}
function isLoopback(host) {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}
// src/cli/doctor/finding.ts
const statuses = [
	"ok",
	"unknown",
	"warning",
	"fault"
];
function worstStatus(findings) {
	const ranks = findings.map(({ status }) => statuses.indexOf(status));
	return statuses[Math.max(0, ...ranks)] ?? "ok";
}
function faultOf(subject, failure) {
	const { message, likely, next, lines, problems, reason } = failure;
	return {
		status: "fault",
		subject,
		found: `${message} (${reason})${likely === void 0 ? "" : `. Likely cause: ${likely}`}`,
		advice: (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_5__.a)(reason, next),
		lines: [...problems.map(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.dt), ...lines],
		failure
	};
}
// src/cli/doctor/check-target.ts
function checkTarget(reading) {
	const { read } = reading;
	if (read instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.sr) return checkFailure(reading, read);
	return [
		...checkCredentials(reading),
		checkRegion(reading, read),
		...checkAsnLists(reading, read),
		checkIpam(reading, read),
		...checkAsns(reading, read),
		...read.pairs.map(checkPair),
		checkPermission(read.pairs),
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
	const credentials = {
		status: "ok",
		subject: "Credentials",
		found: `from ${source}`
	};
	if (accountId === void 0) return [credentials, {
		status: "unknown",
		subject: "Account",
		found: "STS did not say it"
	}];
	return [credentials, {
		status: "ok",
		subject: "Account",
		found: accountId + (target.accountId === void 0 ? "" : ", as the file says")
	}];
}
const maxListed = 10;
function listText(texts) {
	const more = texts.length - maxListed;
	return texts.slice(0, maxListed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function checkRegion({ target: { region } }, { observed: { cidrs } }) {
	const subject = `CIDRs in ${region}`;
	if (cidrs.length > 0) return {
		status: "ok",
		subject,
		found: listText((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.P)(cidrs).map(cidrText(cidrs)))
	};
	return {
		status: "warning",
		subject,
		found: "EC2 lists none",
		advice: "Use the Region of the CIDR (for an IPAM pool, its locale), and the account that holds it."
	};
}
function cidrText(cidrs) {
	return (cidr) => {
		const state = cidrs.find((listed) => listed.cidr === cidr)?.state ?? "unknown";
		const asns = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.N)(cidrs, cidr).map((each) => `AS${each.asn} ${each.state}`);
		return `${cidr} ${state}${asns.length === 0 ? "" : ` (${asns.join(", ")})`}`;
	};
}
function asnLists({ target: { region } }, { observed: { asns, ipamRegion = region }, regionAsns }) {
	const own = {
		region,
		asns: regionAsns
	};
	return ipamRegion === region ? [own] : [own, {
		region: ipamRegion,
		asns
	}];
}
function unreadRegions(lists) {
	return lists.flatMap(({ region, asns }) => "unread" in asns ? region : []);
}
function checkAsnLists(reading, facts) {
	return asnLists(reading, facts).map(({ region, asns }) => {
		const subject = `ASNs in ${region}`;
		if ("unread" in asns) return {
			status: "warning",
			subject,
			found: `not read: ${asns.unread}`,
			advice: `Allow ec2:DescribeIpamByoasn in ${region}, so that a mistyped ASN is found.`
		};
		const texts = asns.map(({ asn, state }) => `AS${asn} ${state}`);
		return {
			status: "ok",
			subject,
			found: texts.length === 0 ? "IPAM lists none" : listText(texts)
		};
	});
}
function checkIpam(reading, facts) {
	const subject = "IPAM admin account";
	const unread = unreadRegions(asnLists(reading, facts));
	const regions = asnLists(reading, facts).flatMap(({ region, asns }) => "unread" in asns || asns.length === 0 ? [] : region);
	if (regions.length > 0) return {
		status: "ok",
		subject,
		found: `probably this account, with its IPAM in ${regions.join(" or ")}, which lists ASNs`
	};
	if (unread.length > 0) return {
		status: "unknown",
		subject,
		found: `not known: the ASNs were not read in ${unread.join(" and ")}`
	};
	return {
		status: "unknown",
		subject,
		found: "not known: no ASN is listed for this account",
		advice: "Use the IPAM admin account (aws ec2 describe-ipams), and set ipam-region to the IPAM's home Region."
	};
}
function checkAsns(reading, facts) {
	const lists = asnLists(reading, facts);
	const creates = new Set(facts.pairs.filter(({ step }) => step !== "keep").map(({ association }) => association.asn));
	return [...new Set(facts.pairs.map(({ association }) => association.asn))].map((asn) => checkAsn(asn, lists, creates.has(asn) ? "warning" : "unknown"));
}
function checkAsn(asn, lists, unlisted) {
	const subject = `AS${asn}`;
	const listed = lists.flatMap(({ region, asns }) => "unread" in asns ? [] : asns.filter((item) => item.asn === asn).map(({ state }) => ({
		region,
		state
	})));
	const { next } = _every_run_js__WEBPACK_IMPORTED_MODULE_1__.lr["asn-not-provisioned"];
	if (listed.length > 0) {
		const found = listed.map(({ region, state }) => `${state} in ${region}`).join(", ");
		return listed.some(({ state }) => state === "provisioned") ? {
			status: "ok",
			subject,
			found
		} : {
			status: "warning",
			subject,
			found,
			advice: next
		};
	}
	const unread = unreadRegions(lists);
	const regions = lists.map(({ region }) => region).filter((region) => !unread.includes(region));
	const unlistedIn = regions.length === 0 ? [] : [`not listed in ${regions.join(" and ")}`];
	if (unread.length > 0) return {
		status: "unknown",
		subject,
		found: [...unlistedIn, `not read in ${unread.join(" and ")}`].join(", ")
	};
	return {
		status: unlisted,
		subject,
		found: unlistedIn.join(),
		advice: lists.length > 1 ? next : "Check that it is no typo. If it is right, set ipam-region to the home Region of the IPAM."
	};
}
function checkPair(pair) {
	const subject = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Mt)(pair.association);
	const found = `${pair.why} (CIDR ${pair.cidrState})`;
	if (pair.step !== "refuse") return {
		status: "ok",
		subject,
		found
	};
	const reason = pair.refusal ?? "refused";
	return {
		status: "fault",
		subject,
		found: `${pair.why} (${reason})`,
		advice: _every_run_js__WEBPACK_IMPORTED_MODULE_1__.lr[reason].next
	};
}
function checkPermission(pairs) {
	const subject = "Permission to associate";
	const [asked] = pairs.filter(({ step }) => step === "associate");
	if (!asked) return {
		status: "unknown",
		subject,
		found: "not asked: there is nothing to associate"
	};
	const { failure, evidence } = asked;
	if (!failure) return {
		status: "ok",
		subject,
		found: evidence.at(-1)?.text ?? ""
	};
	const fault = faultOf(subject, failure);
	if (failure.reason !== "not-permitted" || failure.lines.length === 0) return fault;
	return {
		...fault,
		status: "warning",
		advice: "Right for the plan role. Give the apply role the policy above."
	};
}
function checkRpki({ association: { cidr, asn }, rpki }) {
	if (!rpki) return [];
	const subject = `RPKI of ${cidr} from AS${asn}`;
	if (rpki.warnings.length === 0) return [{
		status: "ok",
		subject,
		found: rpki.state
	}];
	const { next } = _every_run_js__WEBPACK_IMPORTED_MODULE_1__.lr[rpki.state === "unread" ? "rpki-unreadable" : "rpki-not-valid"];
	const advice = rpki.state === "valid" ? "Keep the ROAs of Amazon: they are your way back." : next;
	return rpki.warnings.map((found) => ({
		status: "warning",
		subject,
		found,
		advice
	}));
}
// src/cli/doctor/format-sections.ts
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
		...(0,_plan_command_js__WEBPACK_IMPORTED_MODULE_5__.o)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.ar)(section.title), format.width).map((line) => format.style("bold", line)),
		...section.findings.flatMap((finding) => formatFinding(finding, format)),
		""
	]), `${count(findings, "fault")}, ${count(findings, "warning")}.`];
}
function formatFinding(finding, format) {
	const { status, subject, found, advice, lines = [] } = finding;
	const prose = (text) => (0,_plan_command_js__WEBPACK_IMPORTED_MODULE_5__.o)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.ar)(text), format.width - width, "", "  ");
	const [head = "", ...more] = prose(`${subject}: ${found}`);
	return [format.style(styles[status], status) + " ".repeat(width - status.length) + head, ...[
		...more,
		...lines.map(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.ar),
		...advice === void 0 ? [] : prose(`Next step: ${advice}`)
	].map((line) => indent + line)];
}
function count(findings, status) {
	const number = findings.filter((finding) => finding.status === status).length;
	return `${number} ${status}${number === 1 ? "" : "s"}`;
}
// src/cli/doctor/names.ts
function namesOf({ profile, inputs, environment }, env, readings) {
	const hosts = Object.keys(env).filter((name) => /_PROXY$|^AWS_ENDPOINT_URL|^GITHUB_API_URL$/i.test(name)).flatMap((name) => hostsIn(env[name] ?? "")).filter((host) => host !== "api.github.com");
	return [
		...[
			profile ?? env.AWS_PROFILE ?? "",
			env.AWS_DEFAULT_PROFILE ?? "",
			environment,
			inputs.config ?? "",
			inputs.rpki ?? ""
		],
		env.AWS_ROLE_SESSION_NAME ?? "",
		...(env.GITHUB_REPOSITORY ?? "").split("/"),
		...[...hosts, ...hostsIn(inputs.rpki ?? "")],
		...readings.map(({ target }) => ownNameOf(target))
	];
}
function hostsIn(text) {
	return text.split(/[\s,]+/).map((entry) => {
		return entry.replace(/^[\w+.-]+:\/\//, "").replace(/^.*@/, "").replace(/^\*?\./, "").replace(/[:/].*$/, "");
	});
}
function ownNameOf({ name, accountId = "", region }) {
	return [region, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Yt)(accountId, region)].includes(name) ? "" : name;
}
// src/cli/doctor/read-source.ts
const standIn = {
	asn: "64496",
	cidr: "192.0.2.0/24",
	"allow-special-use": "true"
};
async function readSource(given, { env, readFile }) {
	const { config } = given;
	const subject = config === void 0 ? "Region" : "File";
	const values = {
		..._plan_command_js__WEBPACK_IMPORTED_MODULE_5__.t,
		"permission-check": "true",
		...config === void 0 ? standIn : {},
		...given
	};
	const variables = Object.entries(env).filter(([name]) => !/_proxy$/i.test(name));
	try {
		const inputs = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__._t)((name) => values[name] ?? "", Object.fromEntries(variables));
		const loaded = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Y)(inputs.source, inputs, readFile);
		const targets = config === void 0 ? loaded.map(withoutAssociations) : loaded;
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
		return { finding: faultOf(subject, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.cr)(error)) };
	}
}
function withoutAssociations(target) {
	return {
		...target,
		associations: []
	};
}
function regionText(targets) {
	return `${targets.map(({ region }) => region).join(", ")}; associations are checked with --config FILE`;
}
function countText(targets) {
	const count = targets.flatMap(({ associations }) => associations).length;
	return `${targets.length === 1 ? "1 target" : `${targets.length} targets`} with ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(count)}`;
}
// src/cli/doctor/read-target.ts
async function readTarget(target, source, inputs, context) {
	let accountId;
	const onAccountId = (known) => {
		accountId = known;
	};
	let read;
	try {
		read = await readFacts(await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.L)(target, inputs, _every_run_js__WEBPACK_IMPORTED_MODULE_1__.t, context, onAccountId), inputs, context);
	} catch (error) {
		context.cancelled.throwIfAborted();
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		read = error;
	}
	return {
		target,
		source,
		accountId,
		read
	};
}
async function readFacts(connected, inputs, context) {
	const { observed } = connected;
	const [regionAsns, pairs] = await Promise.all([readRegionAsns(connected, inputs, context), planPairs(connected, inputs, context)]);
	return {
		observed,
		regionAsns,
		pairs
	};
}
async function readRegionAsns({ target, observed }, inputs, context) {
	const { region } = target;
	if ((observed.ipamRegion ?? region) === region) return observed.asns;
	const local = { ipamRegion: void 0 };
	const { connection, calls } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.R)({
		...target,
		...local
	}, {
		...inputs,
		...local,
		permissionCheck: "skip"
	}, _every_run_js__WEBPACK_IMPORTED_MODULE_1__.t, context, () => {});
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.B)(connection.ec2, calls);
}
async function planPairs({ target, connection, observed }, inputs, context) {
	const made = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.E)([{
		target,
		observed
	}], inputs);
	const plan = inputs.rpki ? await (await __webpack_require__.e(/* import() */ 407).then(__webpack_require__.bind(__webpack_require__, 407)).then((n) => n.n)).addVerdicts(made, inputs.rpki, context) : made;
	const runState = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.b)();
	runState.declare((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.x)(target));
	runState.plan(plan);
	const changes = plan.targets.flatMap((planned) => planned.changes);
	const { ec2, renew } = connection;
	const associateLimiter = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.V)(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.H.associateIpamByoasn, context.clock);
	const { region } = target;
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.i)(changes, "ask", {
		...context,
		ec2,
		renew,
		associateLimiter,
		runState,
		region,
		ipamRegion: observed.ipamRegion
	});
	return runState.pairs();
}
// src/cli/doctor/patterns.ts
const letter = String.raw`[\p{L}\p{N}_]`;
const label = String.raw`${letter}(?:[\p{L}\p{N}_\-]{0,62}${letter})?`;
const dottedQuad = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const idPrefix = "(?:ipam-(?:pool-|scope-|res-disco-)?|ipv[46]pool-ec2-|eipalloc-|eni-|i-|subnet-|vpce?-)";
const pathStart = String.raw`(?:[A-Za-z]:\\|\\\\|~?\/(?=[A-Za-z_.~]))`;
const ofPath = String.raw`[^\s"',;()]`;
const patterns = {
	principal: {
		source: String.raw`\b(?:A[BCGIKNPRS][A-Z]A|APKA)[A-Z0-9]{12,128}(?::[\w+=,.@\-]{1,64})?`,
		read: (text) => partOf("id", text)
	},
	subject: {
		source: String.raw`\brepo:[^\s:"',;()]{1,300}(?::[^\s"',;()]{1,300})?`,
		read: readSubject
	},
	mail: {
		source: String.raw`[\p{L}\p{N}_.+\-]{1,64}@${label}(?:\.${label})*`,
		read: (text) => partOf("mail", text)
	},
	arn: {
		source: String.raw`arn:[\w\-]{0,20}:(?:[^\s"'\x60,;<>()]|,(?=[\w+=.@\/\-]))*`,
		read: readArn
	},
	encodedArn: {
		source: String.raw`arn%3[Aa][\w%+=,.@\-]*`,
		read: () => "drop"
	},
	url: {
		source: String.raw`[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/[^\s"'<>()]+`,
		read: readUrl
	},
	uuid: {
		source: "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
		read: (text) => partOf("id", text.toLowerCase())
	},
	v6: {
		source: String.raw`(?<![\p{L}\p{N}])(?:[0-9A-Fa-f]{0,4}:){2,9}(?:${dottedQuad}|[0-9A-Fa-f]{1,4})?(?:\/\d{1,3})?`,
		read: readV6
	},
	v4: {
		source: String.raw`(?<!\d|\d\.)${dottedQuad}(?:\.\d{1,3}){0,20}(?:\/\d{1,3})?(?!\.?\d)`,
		read: (text) => readPrefix(text)
	},
	dashedV4: {
		source: String.raw`(?<!\d|\d-)\d{1,3}(?:-\d{1,3}){3}(?!-?\d)`,
		read: (text) => readPrefix(text.replaceAll("-", "."))
	},
	shortV4: {
		source: String.raw`(?<!\d|\d\.)\d{1,3}(?:\.\d{1,3}){1,2}(?:(?:\.[*xX]){1,3}|\/\d{1,2}(?!\d))`,
		read: () => "drop"
	},
	assigned: {
		source: String.raw`(?<==)(?: ?"[^"\n]{0,300}"| ?'[^'\n]{0,300}'|[^,;"'\n(){}[\]]{1,300})`,
		read: () => "drop"
	},
	path: {
		source: String.raw`(?<!${letter})${pathStart}(?:(?<=["'].{1,3})[^"'\n]{1,300}(?=["'])|${ofPath}+(?: (?:\p{Lu}[\p{L}.\-]* ){0,2}[^\s"',;()\/\\]*[\/\\]${ofPath}*)*)`,
		read: () => "drop"
	},
	host: {
		source: String.raw`(?:${label}\.){1,40}\p{L}(?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])+(?::\d{1,5})?`,
		read: readHost
	},
	encoded: {
		source: String.raw`(?=[A-Za-z+\/=_\-]*\d)[A-Za-z0-9+\/=_\-]{32,}|[A-Za-z0-9+\/=_\-]{64,}`,
		read: () => "drop"
	},
	date: {
		source: String.raw`\b20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?`,
		read: () => "keep"
	},
	asn: {
		source: String.raw`(?<![\p{L}\p{N}])(?:AS |[Aa][Ss][:=#\/_\-]{0,2}|[Aa][Ss][Nn][\s\p{Cf}:=#"'\/_\-]{0,3})\d{1,10}(?:\.\d{1,5}(?!\d))?`,
		read: readAsn
	},
	id: {
		source: String.raw`\b${idPrefix}[0-9a-f]{8,32}\b|(?:[A-Za-z0-9]{1,32}[\-_]){0,6}(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,}(?:[\-_][A-Za-z0-9]{1,32}){0,6}`,
		read: readId
	},
	dotted: {
		source: String.raw`(?<![\w.])\d{1,5}\.\d{1,5}(?![\w.]*\d)`,
		read: readDotted
	},
	digits: {
		source: String.raw`\d{4,}`,
		read: readDigits
	},
	number: {
		source: String.raw`(?<![\w.:\/\-])\d{1,3}(?![\w\/\-]|[.:]\d)`,
		read: (text, asns) => asns.has(text) ? partOf("asn", text) : "keep"
	}
};
function patternOf(names, values) {
	const longestFirst = [...new Set(names)].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length).map((name) => [...name].map(inAnyCase).join(""));
	const edge = String.raw`[\p{L}\p{N}_\-]`;
	const sources = [
		`(?<name>(?<!${edge})(?:${anyOf(longestFirst)})(?!${edge}))`,
		`(?<base64>(?:${anyOf(values.flatMap(base64Of))})[A-Za-z0-9+/=_-]*)`,
		...Object.entries(patterns).map(([name, { source }]) => `(?<${name}>${source})`)
	];
	return new RegExp(sources.join("|"), "gu");
}
function anyOf(sources) {
	return sources.length === 0 ? "(?!)" : sources.join("|");
}
function inAnyCase(character) {
	const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
	if (lower === upper) return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
	return `(?:${lower}|${upper})`;
}
function base64Of(value) {
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
function readPart({ groups = {} }, asns) {
	const [name = "", text = ""] = Object.entries(groups).find(([, found]) => found) ?? [];
	if (name === "base64") return "drop";
	return patterns[name]?.read(text, asns) ?? partOf("name", text.toLowerCase());
}
function partOf(kind, value, before = "", after = "") {
	return {
		kind,
		value,
		before,
		after
	};
}
function readArn(arn) {
	const [start = "", partition = "", service = ""] = arn.split(":");
	return partOf("arn", arn, `${[
		start,
		partition,
		service
	].join(":")}::`);
}
function readSubject(text) {
	const [, repository = "", kind = ""] = /^repo:([^:]+)(:pull_request|:environment|:ref)?/.exec(text) ?? [];
	return partOf("name", repository.toLowerCase(), "repo:", kind);
}
const publicHosts = /^((ec2|sts)(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|api\.aws)|(api\.)?github\.com|stat\.ripe\.net|token\.actions\.githubusercontent\.com)$/;
function readUrl(text) {
	const url = URL.parse(text);
	if (!url?.host) return "drop";
	const { protocol, host, hostname, pathname, search, hash } = url;
	return /^\/?$/.test(pathname + search + hash) && publicHosts.test(host) ? "keep" : partOf("host", hostname.toLowerCase(), `${protocol}//`);
}
function readHost(text) {
	const [host = ""] = text.toLowerCase().split(":");
	return publicHosts.test(host) ? "keep" : partOf("host", host);
}
function readV6(text) {
	if (/^\d\d?:\d\d:\d\d$/.test(text)) return "keep";
	const prefix = readPrefix(text);
	return prefix === "drop" && text.endsWith(":") ? readPrefix(text.slice(0, -1), ":") : prefix;
}
function readPrefix(text, after = "") {
	const range = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.wn)(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
	return range ? partOf("prefix", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(range), "", after) : "drop";
}
function readAsn(text) {
	const [, before = "", digits = ""] = /^(\D*)(.*)$/s.exec(text) ?? [];
	const asn = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.En)(digits);
	return asn === void 0 ? "drop" : partOf("asn", asn, before);
}
function readId(text) {
	const [before = ""] = new RegExp(`^${idPrefix}`).exec(text) ?? [];
	return partOf("id", text, before);
}
function readDotted(text, asns) {
	const asn = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.En)(text);
	if (asn !== void 0 && asns.has(asn)) return partOf("asn", asn);
	return /\d{4}/.test(text) ? "drop" : "keep";
}
function readDigits(text) {
	if (text.length === 12) return partOf("account", text);
	const asn = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.En)(text);
	return asn === void 0 ? "drop" : partOf("asn", asn);
}
// src/cli/doctor/substitutes.ts
const leftOut = "(left out)";
function createSubstitutes(taken) {
	const sources = new Map();
	const known = new Map();
	const next = (kind, value) => {
		const group = kind === "prefix" ? `prefix ${familyOf(value)}/${lengthOf(value)}` : kind;
		const source = sources.get(group) ?? candidates(kind, value);
		sources.set(group, source);
		return firstFree(source, taken);
	};
	return (kind, value) => {
		const key = `${kind} ${value}`;
		const substitute = known.get(key) ?? next(kind, value);
		known.set(key, substitute);
		return substitute;
	};
}
function firstFree(source, taken) {
	for (;;) {
		const { value, done } = source.next();
		if (done) return leftOut;
		if (!taken.has(value)) return value;
	}
}
function candidates(kind, value) {
	switch (kind) {
		case "account": return accounts();
		case "asn": return asns();
		case "prefix": return prefixes(familyOf(value), lengthOf(value));
		case "host": return numbered((number) => `host-${number}.example.com`);
		case "mail": return numbered((number) => `user-${number}@example.com`);
		case "name": return numbered((number) => `name-${number}`);
		case "arn":
		case "id": return numbered((number) => `example-${number}`);
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
const blocks = {
	4: [
		"192.0.2.0/24",
		"198.51.100.0/24",
		"203.0.113.0/24",
		"198.18.0.0/15",
		"10.0.0.0/8"
	],
	6: ["2001:db8::/32", "3fff::/20"]
};
const all = {
	4: "0.0.0.0/0",
	6: "::/0"
};
function* prefixes(family, length) {
	const size = 1n << BigInt(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.bn[family] - length);
	for (const block of [...blocks[family], all[family]]) {
		const { first, last } = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.wn)(block) ?? {
			first: 1n,
			last: 0n
		};
		for (let at = first; at + size - 1n <= last; at += size) yield (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Tn)({
			family,
			first: at,
			last: at + size - 1n
		});
	}
}
function familyOf(prefix) {
	return prefix.includes(":") ? 6 : 4;
}
function lengthOf(prefix) {
	return Number(prefix.split("/")[1]);
}
// src/cli/doctor/anonymize.ts
function createAnonymizer(texts, { names, asns, values }) {
	const pattern = patternOf(names, values);
	const known = new Set(asns);
	const found = texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => readPart(match, known)).flatMap((part) => typeof part === "string" ? [] : [part.value]));
	const substitute = createSubstitutes(new Set([...found, ...asns]));
	return (text) => {
		let end = 0;
		let replaced = "";
		for (const match of text.matchAll(pattern)) {
			const [found] = match;
			const part = readPart(match, known);
			replaced += text.slice(end, match.index) + replace(found, part, substitute);
			end = match.index + found.length;
		}
		return replaced + text.slice(end);
	};
}
function replace(found, part, substitute) {
	if (part === "keep") return found;
	if (part === "drop") return leftOut;
	const { kind, value, before, after } = part;
	const text = substitute(kind, value);
	return before + (kind === "prefix" && !found.includes("/") ? text.replace(/\/.*/, "") : text) + after;
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
	const { asns, unreadable, values } = fieldsOf(readings, results);
	const known = {
		names: [...names, ...unreadable],
		asns,
		values
	};
	const anonymize = createAnonymizer(textsIn(report), known);
	return `${JSON.stringify(mapTexts(report, anonymize), null, 2)}\n`;
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
function targetFields(reading) {
	const { target, accountId = "", read } = reading;
	const head = {
		account: accountId,
		region: target.region
	};
	if (read instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.sr) return {
		...head,
		unread: read.reason
	};
	const { observed, pairs } = read;
	return {
		...head,
		ipam_region: observed.ipamRegion ?? "",
		advertised_is_an_association_state: hasAdvertisedState(observed.cidrs),
		asns: asnLists(reading, read).map(({ region, asns }) => ({
			region,
			...asnFields(asns)
		})),
		cidrs: observed.cidrs.map(({ associations: listed, ...cidr }) => ({
			...cidr,
			associations: listed.map((association) => ({ ...association }))
		})),
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
function asnFields(asns) {
	return "unread" in asns ? { unread: asns.unread } : { listed: asns.map((listed) => ({ ...listed })) };
}
function resultFields({ error, pairs, ...result }) {
	return {
		...result,
		error: error?.message ?? "",
		pairs: pairs.map(({ error: failed, ...pair }) => ({
			...pair,
			error: failed ? { ...failed } : ""
		}))
	};
}
function fieldsOf(readings, results) {
	const facts = readings.flatMap(({ read }) => read instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.sr ? [] : [read]);
	const cidrs = facts.flatMap(({ observed }) => observed.cidrs);
	const lists = facts.flatMap(({ observed, regionAsns }) => [observed.asns, regionAsns]);
	const pairs = results.flatMap((result) => result.pairs);
	const accounts = [...readings.map(({ target, accountId }) => accountId ?? target.accountId ?? ""), ...pairs.map(({ account_id }) => account_id)];
	const desired = readings.flatMap(({ target }) => target.associations);
	const asnTexts = [
		...desired.map(({ asn }) => asn),
		...cidrs.flatMap(({ associations }) => associations.map(({ asn }) => asn)),
		...lists.flatMap((asns) => "unread" in asns ? [] : asns.map(({ asn }) => asn)),
		...pairs.map(({ asn }) => asn)
	];
	const cidrTexts = [
		...desired.map(({ cidr }) => cidr),
		...cidrs.map(({ cidr }) => cidr),
		...pairs.map(({ cidr }) => cidr)
	];
	return {
		asns: asnTexts.flatMap((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.En)(text) ?? []),
		values: [
			...accounts,
			...asnTexts,
			...cidrTexts
		],
		unreadable: [...asnTexts.filter((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.En)(text) === void 0), ...cidrTexts.filter((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__._n)(text) === void 0)]
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
function isClosed(name, json) {
	return typeof json === "string" && closedFields.has(name) && closedWord.test(json);
}
function textsIn(json) {
	if (typeof json === "string") return [json];
	if (typeof json !== "object" || json === null) return [];
	return Object.entries(json).flatMap(([name, item]) => isClosed(name, item) ? [] : textsIn(item));
}
function mapTexts(json, map) {
	if (typeof json === "string") return map(json);
	if (typeof json !== "object" || json === null) return json;
	if (isList(json)) return json.map((item) => mapTexts(item, map));
	return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, isClosed(name, item) ? item : mapTexts(item, map)]));
}
function isList(json) {
	return Array.isArray(json);
}
// src/cli/doctor/run-result.ts
const text = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__._)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.T)(), "");
const failure = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.p)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.h)({
	reason: text,
	message: text
}));
const runResult = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.h)({
	schema_version: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.s)(1),
	reason: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.T)(),
	dry_run: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.f)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.n)()),
	state: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.T)(),
	pairs: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.h)({
		account_id: text,
		region: text,
		asn: text,
		cidr: text,
		cidr_state: text,
		state_before: text,
		state: text,
		status_message: text,
		end: text,
		why: text,
		changed: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__._)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.n)(), false),
		request_id: text,
		error: failure
	})),
	error: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.p)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.h)({ message: text }))
});
function parseResult(json, path) {
	const { success, output } = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_6__.w)(runResult, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.zt)(json));
	if (success) return output;
	throw new _every_run_js__WEBPACK_IMPORTED_MODULE_1__.sr("invalid-input", `${path} is not the result of a run`, { next: "Write the output result of the action, or what plan --json prints, to the file." });
}
// src/cli/doctor/doctor-command.ts
const timeoutSeconds = 300;
async function doctor(command, terminal) {
	const results = command.results.map((path) => parseResult((0,_plan_command_js__WEBPACK_IMPORTED_MODULE_5__.r)(path), path));
	const context = openContext(command, terminal);
	const { sections, readings } = await examine(command, context);
	terminal.out.print(formatSections(sections, terminal.out));
	if (command.report !== void 0) {
		const names = namesOf(command, context.env, readings);
		(0,_new_file_js__WEBPACK_IMPORTED_MODULE_4__.t)(command.report, terminal.redact(formatReport({
			sections,
			readings,
			results,
			names
		})));
		terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.ar)(`Wrote ${command.report}. Read it before you publish it.`)]);
	}
	return statusOf(sections.flatMap(({ findings }) => findings), command.exitCode);
}
async function examine(command, context) {
	const proxies = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Vt)(context.env);
	const { finding, desired } = await readSource(command.inputs, context);
	const isReachable = proxies.problems.length === 0;
	const [environment, readings] = await Promise.all([isReachable ? askEnvironment(command.environment, context) : void 0, isReachable && desired ? readTargets(desired.targets, desired.inputs, context) : []]);
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
	const context = (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_3__.a)(terminal, {
		profile,
		verbosity: "brief"
	});
	const { env } = context;
	for (const token of [env.GITHUB_TOKEN, env.GH_TOKEN]) terminal.mask(token ?? "");
	return {
		...context,
		github: env.GITHUB_ACTIONS ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Rt)(env, void 0) : void 0,
		readInput: (name) => inputs[name] ?? "",
		readFile: _plan_command_js__WEBPACK_IMPORTED_MODULE_5__.r,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.K)(context.clock, timeoutSeconds)
	};
}
async function askEnvironment(name, context) {
	const { env, transport } = context;
	const token = env.GITHUB_TOKEN || env.GH_TOKEN;
	const repository = env.GITHUB_REPOSITORY;
	if (!token || !repository) return {
		name,
		rules: void 0
	};
	const access = {
		token,
		repository,
		apiUrl: env.GITHUB_API_URL || "https://api.github.com",
		transport
	};
	return {
		name,
		rules: await (0,_github_js__WEBPACK_IMPORTED_MODULE_2__.r)(access, name, context)
	};
}
async function readTargets(targets, inputs, context) {
	const source = inputs.role ? roleSource(inputs.role) : await nameSource(context.env);
	const readings = new Map();
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.q)(targets, inputs.concurrency, async (target) => {
		readings.set(target, await readTarget(target, source, inputs, context));
	});
	return targets.flatMap((target) => readings.get(target) ?? []);
}
function roleSource(role) {
	const [first, ...others] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Qt)(role);
	const chained = others.map((arn) => `, then the role ${arn} with that session`);
	return [`the role ${first}, with GitHub's ID token`, ...chained].join("");
}
function titleOf({ target, accountId = target.accountId }) {
	return [target.name, ...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.st)({
		...target,
		accountId
	})].join(" \u00b7 ");
}
function statusOf(findings, exitCode) {
	const worst = worstStatus(findings);
	if (worst === "fault") return _exit_code_js__WEBPACK_IMPORTED_MODULE_3__.t.failed;
	return worst === "warning" && exitCode === "detailed" ? _exit_code_js__WEBPACK_IMPORTED_MODULE_3__.t.changes : _exit_code_js__WEBPACK_IMPORTED_MODULE_3__.t.done;
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
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("invalid-input", `Could not write ${JSON.stringify(path)}: ${error}`, { next: "Choose a new file name in an existing folder." });
	}
}



})

};
