export const id = 7;
export const ids = [7];
export const modules = {

7:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (parseConfig)
});
var _valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(533);
var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
var _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(663);



// src/config/entry.ts
const longestQuote = 80;
function nearestEntry(root, keys) {
	const [key, ...rest] = keys;
	const child = root.children.get(key);
	return child ? nearestEntry(child, rest) : root;
}
function locateKey(root, keys) {
	return nearestEntry(root, keys.slice(0, -1)).keys.get(keys.at(-1)) ?? nearestEntry(root, keys).location;
}
function placeOf(root, keys) {
	return {
		location: nearestEntry(root, keys).location,
		path: pathText(keys)
	};
}
function pathText(keys) {
	return keys.map((key) => {
		if (typeof key !== "string") return `[${key}]`;
		return /^[A-Za-z_][\w-]{0,79}$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
	}).join("").replace(/^\./, "");
}
function quoted(text) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.kn)(text.length > longestQuote ? `${text.slice(0, longestQuote)}...` : text);
}
// src/config/schema.ts
const textKeys = new Set([
	"account",
	"asn",
	"origin"
]);
const longestNote = 500;
const associationExample = "{ asn: 64500, cidr: 198.51.100.0/24 }";
const routeExample = "{ cidr: 198.51.100.0/24, origin: 64500 }";
const targetExample = `{ account: "111122223333", region: us-west-2, associations: [${associationExample}] }`;
const examples = {
	$schema: "\"byoasn.schema.json\"",
	version: "1",
	targets: `[${targetExample}]`,
	name: "edge/us-west-2",
	account: "\"111122223333\"",
	region: "us-west-2",
	"ipam-region": "us-east-1",
	associations: `[${associationExample}]`,
	routes: `[${routeExample}]`,
	asn: "64500",
	cidr: "198.51.100.0/24",
	origin: "64500",
	note: "\"edge POP, ticket NET-12\""
};
const $schema = optional((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.T)(mustBe("text", exampleOf("$schema"))), { description: "For editors of JSON; not read." });
const version = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.y)([1, "1"], explainVersion), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)({
	description: "The version of this format.",
	examples: [1]
}));
const name = optional(text("name", "text", _every_run_js__WEBPACK_IMPORTED_MODULE_1__.Xt, { pattern: _every_run_js__WEBPACK_IMPORTED_MODULE_1__.Zt.source }), {
	description: "The name in reports, unique in the file; account/region without one.",
	examples: ["edge/us-west-2"]
});
const account = text("account", "12 digits in quotes", _every_run_js__WEBPACK_IMPORTED_MODULE_1__.nn, {
	pattern: "^[0-9]{12}$",
	description: "The account that the CIDRs are in: 12 digits, in quotes.",
	examples: ["111122223333"]
});
const regionPattern = "^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$";
const region = text("region", "text", _every_run_js__WEBPACK_IMPORTED_MODULE_1__.tn, {
	pattern: regionPattern,
	description: "The Region that the CIDRs are in; of a pool of IPAM, its locale.",
	examples: ["us-west-2"]
});
const ipamRegion = (description) => optional(text("ipam-region", "text", _every_run_js__WEBPACK_IMPORTED_MODULE_1__.tn, { pattern: regionPattern }), {
	description,
	examples: ["us-east-1"]
});
const asn = (policy) => text("asn", "a number", (digits) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Dn)(digits, policy), {
	type: void 0,
	anyOf: [{
		type: "integer",
		minimum: 1,
		maximum: 4294967295
	}, {
		type: "string",
		pattern: "^([Aa][Ss])?[1-9][0-9]{0,9}$"
	}],
	description: "The ASN that you brought to IPAM, in asplain digits (RFC 5396).",
	examples: [64500]
});
const origin = (policy) => text("origin", _every_run_js__WEBPACK_IMPORTED_MODULE_1__.Et, (words) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.At)(words, policy), {
	type: void 0,
	anyOf: [{
		type: "integer",
		minimum: 1,
		maximum: 4294967295
	}, {
		type: "string",
		pattern: "^(AWS|none|([Aa][Ss])?[1-9][0-9]{0,9})$"
	}],
	description: "From where AWS is to advertise the CIDR: your ASN, AWS, or none to withdraw it.",
	examples: [
		64500,
		"AWS",
		"none"
	]
});
const cidr = (policy) => text("cidr", "text", (prefix) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.vn)(prefix, policy), {
	pattern: String.raw`^[0-9A-Fa-f:.]+\/[0-9]{1,3}$`,
	description: "The CIDR that you brought to EC2, without host bits: IPv4 up to /24, IPv6 up to /48.",
	examples: ["198.51.100.0/24", "2001:db8:1000::/48"]
});
const note = optional(text("note", "text", parseNote, { maxLength: longestNote }), {
	description: "For people: reports show it, and it decides nothing.",
	examples: ["edge POP, ticket NET-12"]
});
const remove = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.s)(true, explainRemove), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)({ description: "Removes the association, with the input allow-remove." }));
const makeConfigSchema = (policy) => {
	const associations = list("association", mapping("asn and cidr", `- ${associationExample}`, {
		asn: asn(policy),
		cidr: cidr(policy),
		note,
		remove: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.i)(remove)
	}, { description: "An association of one CIDR with one ASN." }), "What is to be associated; optional with routes. A CIDR may have several ASNs.");
	const routes = list("route", mapping("cidr and origin", `- ${routeExample}`, {
		cidr: cidr(policy),
		origin: origin(policy),
		note
	}, { description: "The origin of one CIDR." }), "Origins of CIDRs, for the action route.");
	const targets = list("target", (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)(mapping("account, region and associations", `- ${targetExample}`, {
		name,
		account,
		region,
		"ipam-region": ipamRegion("The same, for this target."),
		associations: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.i)(associations),
		routes: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.i)(routes)
	}, { description: "One account and Region, which no other target has." }), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.x)(({ dataset: { value: input }, addIssue }) => {
		if (!isMapping(input) || "associations" in input || "routes" in input) return;
		addIssue({
			message: explainNoEntries(),
			path: [pathItem(input, "associations")]
		});
	}), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)({ anyOf: [requiring("associations", "routes"), requiring("routes", "associations")] })), "What is desired, by account and Region.");
	const common = ipamRegion("Home Region of the IPAM: an ASN that is not provisioned there is refused. A target may have its own.");
	return mapping("version and targets", exampleOf("version"), {
		$schema,
		version,
		"ipam-region": common,
		targets
	}, {
		title: "Associations of BYOIP CIDRs with ASNs",
		description: "What associate-ipam-byoasn associates, by account and Region."
	});
};
function readValidParts(data, policy) {
	const association = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		asn: asn(policy),
		cidr: cidr(policy),
		remove: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__._)(remove), void 0)
	});
	const route = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		cidr: cidr(policy),
		origin: origin(policy)
	});
	const target = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		name: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)(name, void 0),
		account: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__._)(account), void 0),
		region: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__._)(region), void 0),
		associations: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__._)(association), void 0)), []),
		routes: (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__._)(route), void 0)), [])
	});
	const targets = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)(target, {
		associations: [],
		routes: []
	}));
	return (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.h)({ targets }), { targets: [] }), data).targets;
}
function requiring(key, other) {
	return {
		properties: { [key]: { description: `Needed without ${other}.` } },
		required: [key]
	};
}
function text(key, must, parse, metadata$1) {
	return (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.T)(mustBe(must, exampleOf(key))), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.S)(({ dataset, addIssue, NEVER }) => {
		const parsed = parse(dataset.value);
		if (parsed.problem === void 0) return parsed.value;
		addIssue({ message: `${dataset.value === "" ? "" : `${quoted(dataset.value)} `}${parsed.problem}. Example: ${key}: ${parsed.example}` });
		return NEVER;
	}), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)(metadata$1));
}
function optional(schema, metadata$2) {
	return (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__._)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.f)(schema), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)(metadata$2)));
}
function mapping(keys, example, entries, metadata$3) {
	const known = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.d)(`known are ${Object.keys(entries).join(", ")}`);
	return (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.r)(isMapping, mustBe(`a mapping with ${keys}`, example)), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.g)(entries, known, explainMissing), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)(metadata$3));
}
function list(noun, item, description) {
	const example = exampleOf(`${noun}s`);
	return (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.t)(item, mustBe(`a list of ${noun}s`, example)), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.l)(1, `is empty; at least one ${noun} is needed. Example: ${example}`), (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.c)({ description }));
}
function parseNote(text) {
	const { length } = Array.from(text);
	if (length <= longestNote) return { value: text };
	return {
		problem: `has ${length} characters; ${longestNote} are allowed`,
		example: "\"edge POP, ticket NET-12\""
	};
}
function mustBe(must, example) {
	return ({ input }) => `is ${kindOf(input)}, and must be ${must}. Example: ${example}`;
}
function explainMissing({ path }) {
	return `is missing. Example: ${exampleOf(String(path?.at(-1)?.key))}`;
}
function explainNoEntries() {
	return `is missing, and so is routes; one of them is needed. Example: ${exampleOf("associations")}`;
}
function pathItem(input, key) {
	return {
		type: "object",
		origin: "key",
		input,
		key,
		value: void 0
	};
}
function explainRemove({ input }) {
	return `is ${kindOf(input)}, and can only be true; to keep the association, leave remove out`;
}
function explainVersion(issue) {
	const { input } = issue;
	const example = exampleOf("version");
	if (typeof input === "object") return mustBe("the number 1", example)(issue);
	const problem = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.On)(String(input)) ?? "is not a known version; use 1";
	return `${quoted(String(input))} ${problem}. Example: ${example}`;
}
function exampleOf(key) {
	return `${key}: ${examples[key]}`;
}
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function kindOf(value) {
	if (Array.isArray(value)) return "a list";
	if (value === null) return "empty";
	if (typeof value === "object") return "a mapping";
	if (typeof value === "string") return "text";
	return typeof value === "number" ? "a number" : String(value);
}
// src/config/conflicts.ts
function findConflicts(root, policy) {
	const parts = readValidParts(root.value, policy);
	const targets = locateTargets(root, parts);
	const associations = locateAssociations(root, parts);
	const routes = locateRoutes(root, parts);
	const cidrs = inFileOrder([...associations, ...routes]);
	return [
		...findSameTargets(targets),
		...findSameNames(targets),
		...findSameCidrs(cidrs),
		...findSameAssociations(associations),
		...findSameRoutes(routes),
		...findRemovedOrigins(routes, associations),
		...findOverlaps(cidrs)
	];
}
function locateTargets(root, parts) {
	return parts.map(({ name, account, region }, index) => {
		const keys = ["targets", index];
		const defaultName = account && region && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Yt)(account, region);
		const namePlace = placeOf(root, name ? [...keys, "name"] : keys);
		return {
			place: placeOf(root, keys),
			namePlace,
			name,
			defaultName
		};
	});
}
function locateAssociations(root, parts) {
	return parts.flatMap(({ associations }, target) => associations.flatMap((association, index) => {
		const keys = [
			"targets",
			target,
			"associations",
			index
		];
		const places = {
			place: placeOf(root, keys),
			cidrPlace: placeOf(root, [...keys, "cidr"])
		};
		return association ? {
			...association,
			...places,
			target
		} : [];
	}));
}
function locateRoutes(root, parts) {
	return parts.flatMap(({ routes }, target) => routes.flatMap((route, index) => {
		const keys = [
			"targets",
			target,
			"routes",
			index
		];
		const places = {
			place: placeOf(root, keys),
			cidrPlace: placeOf(root, [...keys, "cidr"])
		};
		const originPlace = placeOf(root, [...keys, "origin"]);
		return route ? {
			...route,
			...places,
			originPlace,
			target
		} : [];
	}));
}
function inFileOrder(cidrs) {
	return cidrs.toSorted(({ place: { location: a } }, { place: { location: b } }) => a.line - b.line || a.column - b.column);
}
function findSameTargets(targets) {
	return findRepeats(targets, ({ defaultName }) => defaultName).map(({ item, first, key }) => ({
		...item.place,
		text: `is a second target for ${key}; add what it lists to the first, in ${lineOf(first.place)}`
	}));
}
function findSameNames(targets) {
	return findRepeats(targets, ({ name, defaultName }) => name ?? defaultName).filter(({ item, first }) => item.name || first.name).map(({ item, first, key }) => ({
		...item.namePlace,
		text: `"${key}" is also the name of the target in ${lineOf(first.place)}`
	}));
}
function findSameCidrs(cidrs) {
	return findRepeats(cidrs, ({ cidr }) => cidr).filter(({ item, first }) => item.target !== first.target).map(({ item, first, key }) => ({
		...item.cidrPlace,
		text: `"${key}" is also in another target, in ${lineOf(first.cidrPlace)}; a CIDR is in one account and Region`
	}));
}
function findSameAssociations(associations) {
	return findRepeats(associations, associationKey).map(({ item, first }) => ({
		...item.place,
		text: explainRepeat(item, first)
	}));
}
function explainRepeat(item, first) {
	const association = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Mt)(item);
	const line = lineOf(first.place);
	if (item.remove === first.remove) return `repeats ${association}; the first is in ${line}`;
	return item.remove ? `removes ${association}, which is desired in ${line}` : `repeats ${association}, which is to be removed by ${line}`;
}
function findSameRoutes(routes) {
	return findRepeats(routes, ({ target, cidr }) => `${target} ${cidr}`).map(({ item, first }) => ({
		...item.cidrPlace,
		text: `"${item.cidr}" has a route already, in ${lineOf(first.place)}; a CIDR has one origin`
	}));
}
function findRemovedOrigins(routes, associations) {
	const removed = new Map(associations.filter(({ remove }) => remove).map((association) => [associationKey(association), association]));
	return routes.flatMap((route) => {
		const association = removed.get(associationKey({
			...route,
			asn: route.origin
		}));
		if (!association) return [];
		const text = `"${route.origin}" is to be removed from ${route.cidr} by ${lineOf(association.place)}`;
		return {
			...route.originPlace,
			text: `${text}; change the origin before you remove the ASN`
		};
	});
}
function associationKey({ target, cidr, asn }) {
	return `${target} ${cidr} ${asn}`;
}
function findOverlaps(cidrs) {
	let containing = [];
	return rangesOf(cidrs).flatMap((inner) => {
		const outers = containing.filter((range) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Sn)(range, inner));
		const outer = outers.at(-1);
		containing = [...outers, inner];
		return outer ? explainOverlap(inner, outer) : [];
	});
}
function rangesOf(cidrs) {
	return [...Map.groupBy(cidrs, ({ cidr }) => cidr)].flatMap(([cidr, [first]], order) => {
		const range = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.wn)(cidr);
		return range && first ? {
			...range,
			cidr,
			place: first.cidrPlace,
			order
		} : [];
	}).toSorted((a, b) => a.family - b.family || Number(a.first - b.first) || Number(b.last - a.last));
}
function explainOverlap(inner, outer) {
	const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
	const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(first.place)}`;
	return {
		...later.place,
		text
	};
}
function findRepeats(items, keyOf) {
	const groups = Map.groupBy(items, keyOf);
	return items.flatMap((item) => {
		const key = keyOf(item);
		const [first = item] = groups.get(key) ?? [];
		return key === void 0 || first === item ? [] : {
			item,
			first,
			key
		};
	});
}
function lineOf({ location }) {
	return `line ${location.line}`;
}
// src/config/tree.ts
const mostBrought = 1e4;
const forbiddenKeys = new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
const nothing = {
	value: null,
	keys: new Map(),
	children: new Map(),
	size: 1
};
function readTree(contents, options) {
	const reading = {
		...options,
		anchors: new Map(),
		brought: 0
	};
	const root = contents ? readNode(contents, [], reading) : {
		...nothing,
		location: options.locate(0)
	};
	return reading.brought > mostBrought ? void 0 : root;
}
function readNode(node, keys, reading) {
	const location = reading.locate(node.range[0]);
	if ((0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.c)(node)) return {
		...readAlias(node, keys, reading),
		location
	};
	if (node.tag !== void 0) {
		const tag = quoted(node.tag.replace("tag:yaml.org,2002:", "!!"));
		reading.report(node.range[0], `has the tag ${tag}; tags are not supported`, keys);
	}
	const anchored = { node };
	if (node.anchor !== void 0) reading.anchors.set(node.anchor, anchored);
	anchored.entry = {
		...readContent(node, keys, reading),
		location
	};
	return anchored.entry;
}
function readAlias(alias, keys, reading) {
	const { node, entry } = reading.anchors.get(alias.source) ?? {};
	if (!entry) {
		const problem = node ? "contains itself" : "has no anchor before it";
		reading.report(alias.range[0], `${quoted(`*${alias.source}`)} ${problem}`, keys);
		return nothing;
	}
	const { size } = entry;
	if (reading.brought <= mostBrought && reading.brought + size > mostBrought) reading.report(alias.range[0], `is where aliases bring more than ${mostBrought} entries`, keys);
	reading.brought += size;
	const value = (0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.d)(node) ? readScalar(node, keys, reading) : entry.value;
	return {
		...nothing,
		value,
		size
	};
}
function readContent(node, keys, reading) {
	if ((0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.d)(node)) return {
		...nothing,
		value: readScalar(node, keys, reading)
	};
	const content = (0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.l)(node) ? readPairs(node, keys, reading) : readItems(node, keys, reading);
	const size = content.children.values().reduce((sum, entry) => sum + entry.size, 1);
	return {
		...nothing,
		...content,
		size
	};
}
function readScalar({ value, source }, keys, { textKeys }) {
	return typeof value === "number" && textKeys.has(keys.at(-1)) ? source : value;
}
function readItems({ items }, keys, reading) {
	const entries = items.map((item, index) => readNode(item, [...keys, index], reading));
	return {
		value: entries.map(({ value }) => value),
		children: new Map(entries.entries())
	};
}
function readPairs({ items }, parent, reading) {
	const mapping = Object.create(null);
	const locations = new Map();
	const children = new Map();
	for (const { key, value } of items) {
		const name = (0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.d)(key) && typeof key.value === "string" ? key.value : void 0;
		const keys = name === void 0 ? parent : [...parent, name];
		if (!(0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.c)(key)) readNode(key, keys, reading);
		const location = reading.locate(key.range[0]);
		const problem = explainKey(name, locations);
		if (problem !== void 0) reading.report(key.range[0], problem, keys);
		const entry = value ? readNode(value, keys, reading) : {
			...nothing,
			location
		};
		if (name === void 0 || problem !== void 0 || key.tag !== void 0) continue;
		mapping[name] = entry.value;
		locations.set(name, location);
		children.set(name, entry);
	}
	return {
		value: mapping,
		keys: locations,
		children
	};
}
function explainKey(key, before) {
	if (key === void 0) return "has a key that is not text";
	if (forbiddenKeys.has(key)) return "is not allowed as a key";
	const first = before.get(key);
	return first && `is a duplicate key; the first is in line ${first.line}`;
}
// src/config/yaml.ts
const deepest = 100;
const wideColon = "\uff1a";
const tagCodes = new Set(["TAG_RESOLVE_FAILED", "BAD_COLLECTION_TYPE"]);
const options = {
	version: "1.2",
	schema: "core",
	merge: false,
	resolveKnownTags: false,
	uniqueKeys: false
};
function readYaml(text, file, textKeys) {
	const source = text.replace(/^\uFEFF/, "");
	const locate = makeLocate(source, file);
	const problems = [];
	const report = (offset, text, keys = []) => void problems.push({
		location: locate(offset),
		path: pathText(keys),
		text
	});
	const tokens = readTokens(source, report);
	const [document, second] = new _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.i(options).compose(tokens, true, source.length);
	if (problems.length > 0 || !document) return {
		root: void 0,
		problems
	};
	const { contents, errors, warnings, directives } = document;
	const issues = [...errors, ...warnings.filter(({ code }) => !tagCodes.has(code))];
	for (const { pos, message } of issues) report(pos[0], `is not valid YAML: ${message}`);
	if (issues.length > 0) reportLookAlikes(document, source, locate, report);
	if (second) report(second.range[0], "starts a second document; only one is allowed");
	if (directives.yaml.version === "1.1") report(0, "is declared as YAML 1.1; use YAML 1.2");
	if (problems.length > 0) return {
		root: void 0,
		problems
	};
	return {
		root: readTree(contents, {
			locate,
			textKeys,
			report
		}),
		problems
	};
}
function makeLocate(source, file) {
	const lines = new _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.n();
	lines.addNewLine(0);
	for (const { index } of source.matchAll(/\n/g)) lines.addNewLine(index + 1);
	return (offset) => {
		const { line, col } = lines.linePos(Math.min(offset, source.length));
		return {
			file,
			line,
			column: col
		};
	};
}
function* readTokens(source, report) {
	const parser = new _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t();
	for (const lexeme of new _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.r().lex(source)) {
		yield* parser.next(lexeme);
		if (isTooDeep(parser)) return report(parser.offset, `is nested more than ${deepest} levels deep`);
	}
	yield* parser.end();
}
function isTooDeep({ stack }) {
	return stack.length > deepest && stack.filter((token) => "items" in token).length > deepest;
}
const beforeBlank = /^[\s-]*$|(?:^|[\s{,])[\w$]+:$/;
const beforeColon = /^[\s-]*[\w$]+$/;
function reportLookAlikes(document, source, locate, report) {
	const lines = new Set();
	const examine = (character, offset) => {
		const { line, column } = locate(offset);
		const text = source.slice(offset + 1 - column, offset);
		const [before, needed] = character === wideColon ? [beforeColon, "a plain colon"] : [beforeBlank, "a plain space"];
		if (lines.has(line) || !before.test(text)) return;
		lines.add(line);
		report(offset, `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.On)(text + character)}; YAML needs ${needed} there`);
	};
	(0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(document, { Scalar: (_key, { type, range }) => {
		if (type !== _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.o.PLAIN || !range) return;
		const [start, end] = range;
		for (const { 0: character, index } of source.slice(start, end).matchAll(/[[\p{Zs}\p{Cf}\uff1a]--\u0020]/gv)) examine(character, start + index);
	} });
}
// src/config/parse.ts
const mostProblems = 100;
const mergeKey = "<<";
const mergeProblem = "is a merge key, which YAML 1.2 does not have. Write the keys out, or use an alias (*name) for an entire entry";
function parseConfig(text, file, policy) {
	const { root, problems } = readYaml(text, file, textKeys);
	if (!root) return refuse(problems);
	const { success, output, issues = [] } = (0,_valibot_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.w)(makeConfigSchema(policy), root.value);
	const found = [
		...problems,
		...issues.flatMap((issue) => explainIssue(root, issue)),
		...findConflicts(root, policy)
	];
	if (!success || found.length > 0) return refuse(found);
	const locate = (...keys) => nearestEntry(root, ["targets", ...keys]).location;
	return { targets: output.targets.map(({ name, account, region, ...rest }, t) => ({
		name: name ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Yt)(account, region),
		accountId: account,
		region,
		ipamRegion: rest["ipam-region"] ?? output["ipam-region"] ?? void 0,
		associations: (rest.associations ?? []).map(({ note, ...association }, a) => ({
			...association,
			note: note ?? "",
			location: locate(t, "associations", a)
		})),
		...rest.routes && { routes: rest.routes.map(({ note, ...route }, r) => ({
			...route,
			note: note ?? "",
			location: locate(t, "routes", r)
		})) }
	})) };
}
function explainIssue(root, { type, path, message }) {
	const keys = path?.map(({ key }) => key) ?? [];
	const last = path?.at(-1);
	if (last?.type === "object" && last.origin === "key" && mergeKey in last.input) return [];
	if (type !== "never") return [{
		...placeOf(root, keys),
		text: message
	}];
	const text = explainUnknownKey(String(last?.key), message);
	return [{
		location: locateKey(root, keys),
		path: pathText(keys),
		text
	}];
}
function explainUnknownKey(key, known) {
	if (key === mergeKey) return mergeProblem;
	const lookAlike = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.On)(key);
	return `is not a known key${lookAlike === void 0 ? "" : `: it ${lookAlike}`}; ${known}`;
}
function refuse(problems) {
	const sorted = problems.toSorted(({ location: a }, { location: b }) => a.line - b.line || a.column - b.column);
	const count = sorted.length;
	const [next] = sorted.slice(mostProblems);
	if (!next) return {
		problems: sorted,
		count
	};
	const rest = {
		location: next.location,
		path: "",
		text: `and ${count - mostProblems} more`
	};
	return {
		problems: [...sorted.slice(0, mostProblems), rest],
		count
	};
}



}),

533:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  C: () => (m),
  D: () => (F),
  E: () => (h),
  S: () => (p),
  T: () => (P),
  _: () => (M),
  a: () => (v),
  b: () => (L),
  c: () => (l),
  d: () => (E),
  f: () => (D),
  g: () => (j),
  h: () => (A),
  i: () => (w),
  l: () => (u),
  m: () => (k),
  n: () => (S),
  o: () => (b),
  p: () => (O),
  r: () => (C),
  s: () => (T),
  t: () => (x),
  u: () => (d),
  v: () => (I),
  w: () => (R),
  x: () => (f),
  y: () => (N)
});
const e={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function t(t){return t?{lang:t?.lang??void 0,message:t?.message,abortEarly:t?.abortEarly??void 0,abortPipeEarly:t?.abortPipeEarly??void 0}:e}function n(e){let t=typeof e;return t===`string`?`"${e}"`:t===`number`||t===`bigint`||t===`boolean`?`${e}`:t===`object`||t===`function`?(e&&Object.getPrototypeOf(e)?.constructor?.name)??`null`:t}function r(e,t,r,i,a){let o=a&&`input`in a?a.input:r.value,s=a?.expected??e.expects??null,c=a?.received??n(o),l={kind:e.kind,type:e.type,input:o,expected:s,received:c,message:`Invalid ${t}: ${s?`Expected ${s} but r`:`R`}eceived ${c}`,requirement:e.requirement,path:a?.path,issues:a?.issues,lang:i.lang,abortEarly:i.abortEarly,abortPipeEarly:i.abortPipeEarly},u=e.kind===`schema`,d=a?.message??e.message??(e.reference,l.lang,void 0)??(u?(l.lang,void 0):null)??i.message??(l.lang,void 0);d!==void 0&&(l.message=typeof d==`function`?d(l):d),u&&(r.typed=!1),r.issues?r.issues.push(l):r.issues=[l]}function i(e,t){return e===t||Number.isNaN(e)&&Number.isNaN(t)}function a(e,t){return Object.prototype.hasOwnProperty.call(e,t)&&t!==`__proto__`&&t!==`prototype`&&t!==`constructor`}function o(e,t){let n=[...new Set(e)];return n.length>1?`(${n.join(` ${t} `)})`:n[0]??`never`}function s(e){return e[`~standard`]={version:1,vendor:`valibot`,validate:n=>e[`~run`]({value:n},t())},e}var c=class extends Error{constructor(e){super(e[0].message),this.name=`ValiError`,this.issues=e}};function l(e){return{kind:`metadata`,type:`metadata`,reference:l,metadata:e}}function u(e,t){return{kind:`validation`,type:`min_length`,reference:u,async:!1,expects:`>=${e}`,requirement:e,message:t,"~run"(e,t){return e.typed&&e.value.length<this.requirement&&r(this,`length`,e,t,{received:`${e.value.length}`}),e}}}function d(e,t){return{kind:`validation`,type:`min_value`,reference:d,async:!1,expects:`>=${e instanceof Date?e.toJSON():n(e)}`,requirement:e,message:t,"~run"(e,t){return e.typed&&!(e.value>=this.requirement)&&r(this,`value`,e,t,{received:e.value instanceof Date?e.value.toJSON():n(e.value)}),e}}}function f(e){return{kind:`validation`,type:`raw_check`,reference:f,async:!1,expects:null,"~run"(t,n){return e({dataset:t,config:n,addIssue:e=>r(this,e?.label??`input`,t,n,e)}),t}}}function p(e){return{kind:`transformation`,type:`raw_transform`,reference:p,async:!1,"~run"(t,n){let i=e({dataset:t,config:n,addIssue:e=>r(this,e?.label??`input`,t,n,e),NEVER:null});return t.issues?t.typed=!1:t.value=i,t}}}function m(e){return{kind:`validation`,type:`safe_integer`,reference:m,async:!1,expects:null,requirement:Number.isSafeInteger,message:e,"~run"(e,t){return e.typed&&!this.requirement(e.value)&&r(this,`safe integer`,e,t),e}}}function h(e){return{kind:`transformation`,type:`transform`,reference:h,async:!1,operation:e,"~run"(e){return e.value=this.operation(e.value),e}}}const g={abortEarly:!0};function _(e,t,n){return typeof e.fallback==`function`?e.fallback(t,n):e.fallback}function v(e,t){return s({...e,fallback:t,"~run"(t,n){let r=e[`~run`](t,n);return r.issues?{typed:!0,value:_(this,r,n)}:r}})}function y(e,t,n){return typeof e.default==`function`?e.default(t,n):e.default}function b(e,t){return!e[`~run`]({value:t},g).issues}function x(e,t){return s({kind:`schema`,type:`array`,reference:x,expects:`Array`,async:!1,item:e,message:t,"~run"(e,t){let n=e.value;if(Array.isArray(n)){e.typed=!0,e.value=[];for(let r=0;r<n.length;r++){let i=n[r],a=this.item[`~run`]({value:i},t);if(a.issues){let o={type:`array`,origin:`value`,input:n,key:r,value:i};for(let t of a.issues)t.path?t.path.unshift(o):t.path=[o],e.issues?.push(t);if(e.issues||=a.issues,t.abortEarly){e.typed=!1;break}}a.typed||(e.typed=!1),e.value.push(a.value)}}else r(this,`type`,e,t);return e}})}function S(e){return s({kind:`schema`,type:`boolean`,reference:S,expects:`boolean`,async:!1,message:e,"~run"(e,t){return typeof e.value==`boolean`?e.typed=!0:r(this,`type`,e,t),e}})}function C(e,t){return s({kind:`schema`,type:`custom`,reference:C,expects:`unknown`,async:!1,check:e,message:t,"~run"(e,t){return this.check(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function w(e,t){return s({kind:`schema`,type:`exact_optional`,reference:w,expects:e.expects,async:!1,wrapped:e,default:t,"~run"(e,t){return this.wrapped[`~run`](e,t)}})}function T(e,t){return s({kind:`schema`,type:`literal`,reference:T,expects:n(e),async:!1,literal:e,message:t,"~run"(e,t){return i(e.value,this.literal)?e.typed=!0:r(this,`type`,e,t),e}})}function E(e){return s({kind:`schema`,type:`never`,reference:E,expects:`never`,async:!1,message:e,"~run"(e,t){return r(this,`type`,e,t),e}})}function D(e,t){return s({kind:`schema`,type:`nullable`,reference:D,expects:`(${e.expects} | null)`,async:!1,wrapped:e,default:t,"~run"(e,t){return e.value===null&&(this.default!==void 0&&(e.value=y(this,e,t)),e.value===null)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function O(e,t){return s({kind:`schema`,type:`nullish`,reference:O,expects:`(${e.expects} | null | undefined)`,async:!1,wrapped:e,default:t,"~run"(e,t){return(e.value===null||e.value===void 0)&&(this.default!==void 0&&(e.value=y(this,e,t)),e.value===null||e.value===void 0)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function k(e){return s({kind:`schema`,type:`number`,reference:k,expects:`number`,async:!1,message:e,"~run"(e,t){return typeof e.value==`number`&&!isNaN(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function A(e,t){return s({kind:`schema`,type:`object`,reference:A,expects:`Object`,async:!1,entries:e,message:t,"~run"(e,t){let n=e.value;if(n&&typeof n==`object`){e.typed=!0,e.value={};for(let i in this.entries){let a=this.entries[i];if(i in n||(a.type===`exact_optional`||a.type===`optional`||a.type===`nullish`)&&a.default!==void 0){let r=i in n?n[i]:y(a),o=a[`~run`]({value:r},t);if(o.issues){let a={type:`object`,origin:`value`,input:n,key:i,value:r};for(let t of o.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=o.issues,t.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value[i]=o.value}else if(a.fallback!==void 0)e.value[i]=_(a);else if(a.type!==`exact_optional`&&a.type!==`optional`&&a.type!==`nullish`&&(r(this,`key`,e,t,{input:void 0,expected:`"${i}"`,path:[{type:`object`,origin:`key`,input:n,key:i,value:n[i]}]}),t.abortEarly))break}}else r(this,`type`,e,t);return e}})}function j(e,t,n){return s({kind:`schema`,type:`object_with_rest`,reference:j,expects:`Object`,async:!1,entries:e,rest:t,message:n,"~run"(e,t){let n=e.value;if(n&&typeof n==`object`){e.typed=!0,e.value={};for(let i in this.entries){let a=this.entries[i];if(i in n||(a.type===`exact_optional`||a.type===`optional`||a.type===`nullish`)&&a.default!==void 0){let r=i in n?n[i]:y(a),o=a[`~run`]({value:r},t);if(o.issues){let a={type:`object`,origin:`value`,input:n,key:i,value:r};for(let t of o.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=o.issues,t.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value[i]=o.value}else if(a.fallback!==void 0)e.value[i]=_(a);else if(a.type!==`exact_optional`&&a.type!==`optional`&&a.type!==`nullish`&&(r(this,`key`,e,t,{input:void 0,expected:`"${i}"`,path:[{type:`object`,origin:`key`,input:n,key:i,value:n[i]}]}),t.abortEarly))break}if(!e.issues||!t.abortEarly){for(let r in n)if(a(n,r)&&!Object.prototype.hasOwnProperty.call(this.entries,r)){let i=this.rest[`~run`]({value:n[r]},t);if(i.issues){let a={type:`object`,origin:`value`,input:n,key:r,value:n[r]};for(let t of i.issues)t.path?t.path.unshift(a):t.path=[a],e.issues?.push(t);if(e.issues||=i.issues,t.abortEarly){e.typed=!1;break}}i.typed||(e.typed=!1),e.value[r]=i.value}}}else r(this,`type`,e,t);return e}})}function M(e,t){return s({kind:`schema`,type:`optional`,reference:M,expects:`(${e.expects} | undefined)`,async:!1,wrapped:e,default:t,"~run"(e,t){return e.value===void 0&&(this.default!==void 0&&(e.value=y(this,e,t)),e.value===void 0)?(e.typed=!0,e):this.wrapped[`~run`](e,t)}})}function N(e,t){return s({kind:`schema`,type:`picklist`,reference:N,expects:o(e.map(n),`|`),async:!1,options:e,message:t,"~run"(e,t){return this.options.includes(e.value)?e.typed=!0:r(this,`type`,e,t),e}})}function P(e){return s({kind:`schema`,type:`string`,reference:P,expects:`string`,async:!1,message:e,"~run"(e,t){return typeof e.value==`string`?e.typed=!0:r(this,`type`,e,t),e}})}function F(){return s({kind:`schema`,type:`unknown`,reference:F,expects:`unknown`,async:!1,"~run"(e){return e.typed=!0,e}})}function I(e,n,r){let i=e[`~run`]({value:n},t(r));if(i.issues)throw new c(i.issues);return i.value}function L(...e){return s({...e[0],pipe:e,"~run"(t,n){for(let r of e)if(r.kind!==`metadata`){if(t.issues&&(r.kind===`schema`||r.kind===`transformation`)){t.typed=!1;break}t.issues&&(n.abortEarly||n.abortPipeEarly)||(t=r[`~run`](t,n))}return t}})}function R(e,n,r){let i=e[`~run`]({value:n},t(r));return{typed:i.typed,success:!i.issues,output:i.value,issues:i.issues}}

})

};
