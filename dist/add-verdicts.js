export const id = 122;
export const ids = [122];
export const modules = {

/***/ 122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addVerdicts: () => (/* binding */ addVerdicts)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(760);



// src/domain/rpki.ts
function validateRoute(route, vrps) {
	const covering = coveringVrps(route, vrps);
	if (covering.length === 0) return "not-found";
	return matchingVrps(route, covering).length > 0 ? "valid" : "invalid";
}
function coveringVrps({ prefix }, vrps) {
	return vrps.filter((vrp) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._t)(vrp.prefix, prefix));
}
function matchingVrps(route, vrps) {
	const { asn, prefix } = route;
	const length = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)(prefix);
	return coveringVrps(route, vrps).filter((vrp) => vrp.asn === asn && asn !== "0" && length <= vrp.maxLength);
}
const maxListed = 5;
function explainRoute(route, vrps) {
	const state = validateRoute(route, vrps);
	if (state === "valid") return "";
	const { asn, prefix } = route;
	const cure = `create a ROA for ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt)(prefix)} with AS${asn}`;
	if (state === "not-found") return `no VRP covers it; ${cure}`;
	const covering = coveringVrps(route, vrps);
	const own = covering.filter((vrp) => vrp.asn === asn);
	if (own.length > 0) return `the VRPs of AS${asn} allow prefixes up to /${Math.max(...own.map(({ maxLength }) => maxLength))} only; ${cure}`;
	const others = [...new Set(covering.map((vrp) => vrp.asn))].filter((other) => other !== "0");
	if (others.length === 0) return `only AS0 has VRPs for it, which forbid every origin; ${cure}`;
	const more = others.length > maxListed ? ` and ${others.length - maxListed} more` : "";
	return `only ${others.slice(0, maxListed).map((other) => `AS${other}`).join(", ")}${more} may originate it; ${cure}`;
}
function amazonOrigins(region) {
	switch ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(region)) {
		case "aws": return ["16509", "14618"];
		case "aws-us-gov": return ["8987"];
		case "aws-eusc": return ["16509", "214101"];
		default: return [];
	}
}
// src/rpki/make-verdict.ts
const week = 604800;
function makeVerdict({ asn, cidr }, region, reading, now) {
	if (reading.unread !== void 0) return {
		state: "unread",
		why: reading.unread,
		wayBack: [],
		notes: []
	};
	const prefix = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)(cidr);
	const route = {
		asn,
		prefix
	};
	const vrps = reading.vrps.filter(({ expires }) => expires === void 0 || expires > now);
	return {
		state: validateRoute(route, vrps),
		why: explainRoute(route, vrps),
		wayBack: amazonOrigins(region).map((origin) => ({
			asn: origin,
			state: validateRoute({
				asn: origin,
				prefix
			}, vrps)
		})),
		notes: notesOf(route, vrps, now)
	};
}
function notesOf(route, vrps, now) {
	const matching = matchingVrps(route, vrps);
	if (matching.length === 0) return [];
	const name = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt)(route.prefix)} from AS${route.asn}`;
	const end = Math.max(...matching.map(({ expires = Number.POSITIVE_INFINITY }) => expires));
	const longest = Math.max(...matching.map(({ maxLength }) => maxLength));
	return [...end - now <= week ? [`${name} is valid until ${dateText(end)}, unless renewed`] : [], ...longest > (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)(route.prefix) ? [`AS${route.asn} may also originate prefixes in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.xt)(route.prefix)} up to /${longest}`] : []];
}
function dateText(seconds) {
	return `${new Date(seconds * 1e3).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/rpki/source-error.ts
var SourceError = class extends Error {
	name = "SourceError";
	isTemporary;
	constructor(message, isTemporary = false) {
		super(message);
		this.isTemporary = isTemporary;
	}
};
// src/rpki/read-vrp.ts
const maxQuoteLength = 200;
const hourMs = 36e5;
function readVrp(row) {
	const asn = readAsn((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "asn"));
	const prefix = readPrefix((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "prefix"));
	const most = readNumber((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "maxLength"));
	const expires = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "expires");
	const length = prefix && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.yt)(prefix);
	const maxLength = most ?? length;
	if (asn === void 0 || prefix === void 0 || length === void 0 || maxLength === void 0 || !(maxLength >= length && maxLength <= _every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt[prefix.family]) || !(expires === void 0 || typeof expires === "number")) throw new SourceError(`a VRP cannot be read: ${quoteJson(row)}`);
	return {
		asn,
		prefix,
		maxLength,
		expires
	};
}
function readAsn(asn) {
	if (typeof asn === "number") return Number.isInteger(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.St)(`${asn}`) : void 0;
	return typeof asn === "string" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.St)(asn) : void 0;
}
function readPrefix(prefix) {
	return typeof prefix === "string" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(prefix) : void 0;
}
function readNumber(value) {
	if (value === void 0 || typeof value === "number") return value;
	return typeof value === "string" && /^[0-9]{1,3}$/.test(value) ? Number(value) : NaN;
}
function quoteJson(value) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(JSON.stringify(value) ?? "nothing", maxQuoteLength);
}
function readRows(document, maxAgeHours, now) {
	const rows = Array.isArray(document) ? document : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(document, "roas");
	if (!Array.isArray(rows)) throw new SourceError("it has no list of VRPs (roas)");
	const made = readTime((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(document, "metadata"));
	if (made !== void 0) checkAge(made, maxAgeHours, now);
	return rows;
}
function readTime(metadata) {
	const text = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(metadata, "generatedTime") ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(metadata, "buildtime");
	const seconds = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(metadata, "generated");
	if (text === void 0 && seconds === void 0) return void 0;
	const time = typeof text === "string" ? Date.parse(text) : Number(seconds) * 1e3;
	if (!Number.isNaN(time)) return time;
	throw new SourceError(`its time cannot be read: ${quoteJson(text ?? seconds)}`);
}
function checkAge(made, maxAgeHours, now) {
	const hours = (now - made) / hourMs;
	if (hours <= maxAgeHours) return;
	throw new SourceError(`it is stale: ${Math.floor(hours)} hours old, and rpki-max-age is ${maxAgeHours}`);
}
// src/rpki/request-json.ts
const requestSeconds = 5;
const maxAttempts = 3;
const requestHeaders = {
	accept: "application/json",
	"user-agent": "associate-ipam-byoasn"
};
const longestAnswer = 1048576;
function requestJson(url, context) {
	let errors = 0;
	const backoff = (error) => {
		errors += 1;
		return error instanceof SourceError && error.isTemporary && errors < maxAttempts ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.At)(errors, context.random) : void 0;
	};
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jt)(() => requestOnce(url, context), backoff, context);
}
async function requestOnce(url, context) {
	const { statusCode, text, ...answer } = await send(url, context);
	if (statusCode !== 200) {
		const said = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wt)({
			statusCode,
			text,
			...answer
		});
		const isTemporary = statusCode >= 500 || statusCode === 429 || statusCode === 408;
		throw new SourceError(`${url.host} answered ${statusCode}, saying ${said}`, isTemporary);
	}
	const document = text.length <= longestAnswer ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(text) : void 0;
	if (document !== void 0) return document;
	throw new SourceError(`${url.host} sent an answer that cannot be read`, true);
}
async function send(url, context) {
	const seconds = Math.min(requestSeconds, context.deadline.remaining() / 1e3);
	const deadline = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.h)(context.clock, seconds);
	try {
		const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Nt)((abortSignal) => context.transport.handle((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(url, { headers: requestHeaders }), { abortSignal }), {
			...context,
			deadline
		});
		const { statusCode, headers, text, host } = response;
		return {
			statusCode,
			headers,
			text,
			host
		};
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Mt) throw new SourceError(`${url.host}: ${error.message}`, true);
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)) throw error;
		throw new SourceError(`${url.host}: ${error.message}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Vt)(error));
	}
}
// src/rpki/ripestat.ts
const states = {
	valid: "valid",
	invalid: "invalid",
	invalid_asn: "invalid",
	invalid_length: "invalid",
	unknown: "not-found"
};
async function askRipestat(cidr, asn, context) {
	const url = new URL("https://stat.ripe.net/data/rpki-validation/data.json");
	url.searchParams.set("resource", asn);
	url.searchParams.set("prefix", cidr);
	url.searchParams.set("sourceapp", "associate-ipam-byoasn");
	return readRipestat(await requestJson(url, context), cidr, asn);
}
function readRipestat(answer, cidr, asn) {
	const data = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(answer, "data");
	const rows = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(data, "validating_roas");
	const status = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(data, "status");
	const state = typeof status === "string" && Object.hasOwn(states, status) ? states[status] : void 0;
	const prefix = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(cidr);
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(answer, "status") !== "ok" || !Array.isArray(rows) || !state || !prefix) throw new SourceError(`RIPEstat's answer cannot be read: ${quoteJson(answer)}`);
	const vrps = rows.map((row) => readVrp({
		asn: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "origin"),
		prefix: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "prefix"),
		maxLength: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(row, "max_length")
	}));
	if (validateRoute({
		prefix,
		asn
	}, vrps) === state) return vrps;
	throw new SourceError(`RIPEstat's answer contradicts itself: ${quoteJson(answer)}`);
}
// src/rpki/routinator.ts
async function askRoutinator(cidr, base, maxAgeHours, context) {
	const url = new URL(`${base.replace(/\/+$/, "")}/json`);
	url.searchParams.set("select-prefix", cidr);
	return readRows(await requestJson(url, context), maxAgeHours, context.clock.wallTime()).map(readVrp);
}
// src/rpki/vrp-file.ts
const largestBytes = 134217728;
const advice = "keep only VRPs that cover your CIDRs (routinator vrps --select-prefix)";
function readVrpText(path, folders) {
	const [start = process.cwd()] = folders;
	const real = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.r)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(start, path));
	if (real === void 0) throw new SourceError("the file does not exist");
	const isAllowed = folders.some((folder) => !(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.n)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.r)(folder) ?? folder, real));
	if (folders.length > 0 && !isAllowed) throw new SourceError("the file is neither in the workspace nor in the runner's temporary folder");
	try {
		const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(real);
		if (size <= largestBytes) return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(real, "utf8");
		throw new SourceError(`the file has ${size} bytes; the limit is ${largestBytes}: ${advice}`);
	} catch (error) {
		throw error instanceof SourceError ? error : new SourceError(`the file: ${error}`);
	}
}
function readVrpFile(text, prefixes, maxAgeHours, now) {
	const document = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(text);
	if (document === void 0) throw new SourceError("the file is not JSON");
	const groups = new Set(prefixes.map(groupOf));
	return readRows(document, maxAgeHours, now).filter((row) => mayCover(row, groups)).map(readVrp).filter(({ prefix }) => prefixes.some((wanted) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)(prefix, wanted)));
}
const groupBits = {
	4: 8,
	6: 16
};
function groupOf({ family, first }) {
	const group = Number(first >> BigInt(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt[family] - groupBits[family]));
	return family === 4 ? group : group + 256;
}
function mayCover(row, groups) {
	const prefix = typeof row === "object" && row && "prefix" in row ? row.prefix : void 0;
	if (typeof prefix !== "string") throw new SourceError(`a row has no prefix: ${quoteJson(row)}`);
	const length = Number(prefix.slice(prefix.lastIndexOf("/") + 1));
	const colon = prefix.indexOf(":");
	if (!(length >= groupBits[colon < 0 ? 4 : 6])) return true;
	const group = colon < 0 ? Number.parseInt(prefix, 10) : Number.parseInt(prefix.slice(0, colon) || "0", 16) + 256;
	return Number.isNaN(group) || groups.has(group);
}
// src/rpki/read-sources.ts
const maxRequests = 2;
function readSource(associations, inputs, context) {
	const { source, maxAgeHours } = inputs;
	switch (source.form) {
		case "ripestat": return askForEach(associations, ({ cidr, asn }) => askRipestat(cidr, asn, context));
		case "routinator": return askForEach(associations, ({ cidr }) => askRoutinator(cidr, source.url, maxAgeHours, context));
		case "file": return readFromFile(associations, source.path, maxAgeHours, context);
	}
}
async function askForEach(associations, ask) {
	const readings = new Map();
	let outage;
	const byCidr = new Map(associations.map((association) => [association.cidr, association]));
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.x)([...byCidr.values()], maxRequests, async (association) => {
		const reading = outage ?? await readingOf(() => ask(association));
		if ("isTemporary" in reading && reading.isTemporary) outage = reading;
		readings.set(association.cidr, reading);
	});
	return readings;
}
function readFromFile(associations, path, maxAgeHours, { folders, clock }) {
	const prefixes = associations.map(({ cidr }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)(cidr));
	const read = () => readVrpFile(readVrpText(path, folders), prefixes, maxAgeHours, clock.wallTime());
	let reading;
	try {
		reading = { vrps: read() };
	} catch (error) {
		reading = unreadBy(error);
	}
	return new Map(associations.map(({ cidr }) => [cidr, reading]));
}
async function readingOf(read) {
	try {
		return { vrps: await read() };
	} catch (error) {
		return unreadBy(error);
	}
}
function unreadBy(error) {
	if (!(error instanceof SourceError)) throw error;
	return {
		unread: error.message,
		isTemporary: error.isTemporary
	};
}
function sourceText(source) {
	switch (source.form) {
		case "ripestat": return "RIPEstat";
		case "routinator": return `Routinator ${new URL(source.url).host}`;
		case "file": return source.path;
	}
}
// src/rpki/add-verdicts.ts
async function addVerdicts(plan, inputs, context) {
	const wanted = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(plan).filter(({ step }) => isWanted(step, inputs));
	if (wanted.length === 0) return plan;
	const readings = await readSource(wanted.map(({ association }) => association), inputs, {
		...context,
		folders: foldersOf(context)
	});
	const count = readings.size === 1 ? "1 CIDR" : `${readings.size} CIDRs`;
	context.log.line(`RPKI data from ${sourceText(inputs.source)} for ${count}`);
	const now = context.clock.wallTime() / 1e3;
	const targets = plan.targets.map(({ target, changes }) => ({
		target,
		changes: changes.map((change) => addVerdict(change, inputs, readings, now))
	}));
	return {
		...plan,
		targets
	};
}
function isWanted(step, { source }) {
	return step === "associate" || step !== "refuse" && source.form !== "ripestat";
}
function foldersOf({ workspace, env: { RUNNER_TEMP: temporary } }) {
	if (workspace === void 0) return [];
	return temporary ? [workspace, temporary] : [workspace];
}
function addVerdict(change, inputs, readings, now) {
	const reading = readings.get(change.association.cidr);
	if (!reading || change.step === "refuse") return change;
	const rpki = makeVerdict(change.association, change.target.region, reading, now);
	const refusal = refusalOf(change, rpki, inputs);
	return {
		...change,
		...refusal,
		rpki: {
			...rpki,
			warnings: warningsOf(change, rpki, refusal !== void 0)
		},
		evidence: [...change.evidence, ...evidenceOf(change, rpki, sourceText(inputs.source))]
	};
}
function refusalOf(change, rpki, { policy }) {
	if (change.step !== "associate" || policy === "report") return void 0;
	const why = verdictText(change, rpki);
	switch (rpki.state) {
		case "valid": return;
		case "unread": return {
			step: "refuse",
			why,
			refusal: "rpki-unreadable"
		};
		case "not-found":
			if (policy === "refuse-invalid") return void 0;
			return {
				step: "refuse",
				why,
				refusal: "rpki-not-valid"
			};
		case "invalid": return {
			step: "refuse",
			why,
			refusal: "rpki-not-valid"
		};
	}
}
function verdictText({ association: { asn, cidr } }, { state, why }) {
	if (state === "unread") return `RPKI data could not be read: ${why}`;
	return `${cidr} from AS${asn} is ${state} in RPKI${why === "" ? "" : `: ${why}`}`;
}
function evidenceOf(change, rpki, source) {
	if (rpki.state === "unread") return [{
		grade: "not read",
		text: `${source}: ${rpki.why}`
	}];
	return [
		verdictText(change, rpki),
		...wayBackTexts(change, rpki).map(({ text }) => `way back: ${text}`),
		...rpki.notes
	].map((text) => ({
		grade: "read",
		text: `${source}: ${text}`
	}));
}
function wayBackTexts({ association: { cidr } }, { wayBack }) {
	return [...Map.groupBy(wayBack, ({ state }) => state)].map(([state, origins]) => {
		return {
			state,
			text: `${cidr} from Amazon's ${origins.map(({ asn }) => `AS${asn}`).join(" and ")} is ${state}`
		};
	});
}
function warningsOf(change, rpki, isRefused) {
	const blocked = wayBackTexts(change, rpki).filter(({ state }) => state !== "valid");
	return [...rpki.state === "valid" || isRefused ? [] : [verdictText(change, rpki)], ...blocked.map(({ text }) => `${text} in RPKI: AWS may stop advertising it`)];
}



/***/ })

};
