export const id = 7;
export const ids = [7];
export const modules = {

/***/ 7:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfig: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60);


// src/config/conflicts.ts
function findConflicts(targets) {
	const placed = targets.flatMap((target) => target.associations.map((association) => ({
		association,
		target
	})));
	return [
		...findSameTargets(targets),
		...findSameNames(targets),
		...findSameCidrs(placed),
		...findOverlaps(placed)
	];
}
function findSameTargets(targets) {
	return findRepeats(targets, defaultNameOf, ({ entry }, { entry: first }, key) => ({
		...at(entry),
		text: `is a second target for ${key}; the first is in ${lineOf(first)}, and holds all associations of an account and Region`
	}));
}
function findSameNames(targets) {
	const name = (target) => target.name?.value ?? defaultNameOf(target);
	return findRepeats(targets, name, (target, first, key) => {
		if (!target.name && !first.name) return void 0;
		const text = `"${key}" is also the name of the target in ${lineOf(first.entry)}`;
		return {
			...at(target.name?.entry ?? target.entry),
			text
		};
	});
}
function findSameCidrs(placed) {
	const cidr = ({ association }) => association.cidr.value;
	const across = findRepeats(placed, cidr, ({ association, target }, first, key) => {
		if (target === first.target) return void 0;
		const text = `"${key}" is also in another target, in ${lineOf(first.association.cidr.entry)}; a CIDR is in one account and Region`;
		return {
			...at(association.cidr.entry),
			text
		};
	});
	const pair = ({ association, target }) => `${target.entry.path} ${association.cidr.value} ${association.asn.value}`;
	const within = findRepeats(placed, pair, ({ association: { entry, asn, cidr } }, first) => ({
		...at(entry),
		text: `says ${cidr.value} with AS${asn.value} again; the first is in ${lineOf(first.association.entry)}`
	}));
	return [...across, ...within];
}
function findOverlaps(placed) {
	const holders = [];
	const problems = [];
	for (const inner of rangesOf(placed).sort(byRange)) {
		while (isPast(holders.at(-1), inner)) holders.pop();
		const outer = holders.at(-1);
		if (outer) problems.push(explainOverlap(inner, outer));
		holders.push(inner);
	}
	return problems;
}
function rangesOf(placed) {
	const ranges = new Map();
	for (const [order, { association }] of placed.entries()) {
		const { value: cidr, entry } = association.cidr;
		const range = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(cidr);
		if (range && !ranges.has(cidr)) ranges.set(cidr, {
			cidr,
			entry,
			range,
			order
		});
	}
	return [...ranges.values()];
}
function byRange({ range: one }, { range: other }) {
	if (one.family !== other.family) return one.family - other.family;
	if (one.first !== other.first) return one.first < other.first ? -1 : 1;
	return one.last > other.last ? -1 : 1;
}
function isPast(holder, { range }) {
	if (!holder) return false;
	return holder.range.family !== range.family || holder.range.last < range.first;
}
function explainOverlap(inner, outer) {
	const [later, first] = inner.order > outer.order ? [inner, outer] : [outer, inner];
	const text = `"${later.cidr}" overlaps ${first.cidr} in ${lineOf(first.entry)}`;
	return {
		...at(later.entry),
		text
	};
}
function findRepeats(items, keyOf, explain) {
	const firsts = new Map();
	return items.flatMap((item) => {
		const key = keyOf(item);
		if (key === void 0) return [];
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, item);
		const problem = first && explain(item, first, key);
		return problem ? [problem] : [];
	});
}
function defaultNameOf({ account, region }) {
	return account && region && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.R)(account.value, region.value);
}
function at({ place, path }) {
	return {
		place,
		path
	};
}
function lineOf({ place }) {
	return `line ${place.line}`;
}
// src/config/entry.ts
const longestShown = 80;
function plainValue(entry) {
	if (entry.kind === "scalar") return entry.value;
	if (entry.kind === "list") return entry.items.map(plainValue);
	const plain = Object.create(null);
	for (const [key, value] of entry.entries) plain[key] = plainValue(value);
	return plain;
}
function entryAt(root, keys) {
	let entry = root;
	for (const key of keys) if (entry?.kind === "list") entry = entry.items[Number(key)];
	else entry = entry?.kind === "map" ? entry.entries.get(String(key)) : void 0;
	return entry;
}
function keyPath(parent, key) {
	if (!/^[A-Za-z_][\w-]*$/.test(key) || key.length > longestShown) return `${parent}[${quoted(key)}]`;
	return parent === "" ? key : `${parent}.${key}`;
}
function quoted(text) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nt)(text.length > longestShown ? `${text.slice(0, longestShown)}...` : text);
}
const quotedAccount = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.b)(/^[0-9]{12}$/), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
	description: "The account that the CIDRs are in: 12 digits, in quotes.",
	examples: ["111122223333"]
}));
const account = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.T)([quotedAccount, (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)()]);
const associationSchema = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.h)({
	asn: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.T)([(0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.p)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.r)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.l)(1), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.o)(4294967295)), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.b)(/^([Aa][Ss])?[1-9][0-9]{0,9}$/))]), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
		description: "The ASN that you brought to IPAM, in asplain digits (RFC 5396).",
		examples: [64500]
	})),
	cidr: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.b)(/^[0-9A-Fa-f:.]+\/[0-9]{1,3}$/), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
		description: "The CIDR that you brought to EC2, without host bits: IPv4 up to /24, IPv6 up to /48.",
		examples: ["198.51.100.0/24", "2001:db8:1000::/48"]
	})),
	note: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.d)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.a)(500))), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
		description: "For people, shown in reports; it decides nothing.",
		examples: ["edge POP, ticket NET-12"]
	})))
}, (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.u)()), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({ description: "An association of one CIDR with one ASN." }));
const targetSchema = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.h)({
	name: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.d)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.b)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.B))), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
		description: "The name in reports, unique in the file; account/region without one.",
		examples: ["edge/us-west-2"]
	}))),
	account,
	region: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)(), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.b)(/^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$/), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
		description: "The Region that the CIDRs are in; of a pool of IPAM, its locale.",
		examples: ["us-west-2"]
	})),
	associations: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.t)(associationSchema), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.c)(1), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({ description: "What is to be associated. A CIDR may have several ASNs." }))
}, (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.u)()), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({ description: "One account and Region, which no other target has." }));
const configSchema = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.h)({
	$schema: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.g)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.d)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.C)()), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({ description: "For editors of JSON; not read." }))),
	version: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__._)([1, "1"]), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
		description: "The version of this format.",
		examples: [1]
	})),
	targets: (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.t)(targetSchema), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.c)(1), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({ description: "Where associations are desired, and which." }))
}, (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.u)()), (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)({
	title: "Associations of BYOIP CIDRs with ASNs",
	description: "What associate-ipam-byoasn associates, by account and Region."
}));
// src/config/fields.ts
const association = "{ asn: 64500, cidr: 198.51.100.0/24 }";
const target = `{ account: "111122223333", region: us-west-2, associations: [${association}] }`;
const file = {
	must: "a mapping with version and targets",
	example: "version: 1",
	keys: Object.keys(configSchema.entries)
};
const items = {
	targets: {
		must: "a mapping with account, region and associations",
		example: `- ${target}`,
		keys: Object.keys(targetSchema.entries)
	},
	associations: {
		must: "a mapping with asn and cidr",
		example: `- ${association}`,
		keys: Object.keys(associationSchema.entries)
	}
};
const values = {
	$schema: {
		must: "text",
		example: "\"$schema\": \"byoasn.schema.json\"",
		keys: []
	},
	version: {
		must: "the number 1",
		example: "version: 1",
		keys: []
	},
	targets: {
		must: "a list of targets",
		example: `targets: [${target}]`,
		keys: []
	},
	name: {
		must: "text",
		example: "name: edge/us-west-2",
		keys: []
	},
	account: {
		must: "12 digits in quotes",
		example: "account: \"111122223333\"",
		keys: []
	},
	region: {
		must: "text",
		example: "region: us-west-2",
		keys: []
	},
	associations: {
		must: "a list of associations",
		example: `associations: [${association}]`,
		keys: []
	},
	asn: {
		must: "a number",
		example: "asn: 64500",
		keys: []
	},
	cidr: {
		must: "text",
		example: "cidr: 198.51.100.0/24",
		keys: []
	},
	note: {
		must: "text",
		example: "note: \"edge POP, ticket NET-12\"",
		keys: []
	}
};
function fieldAt(keys) {
	const last = keys.at(-1);
	return (typeof last === "number" ? items[String(keys.at(-2))] : values[String(last)]) ?? file;
}
// src/config/shape.ts
const mergeKey = "<<";
const mergeProblem = "is a merge key, which YAML 1.2 does not have and the action does not read. Write the keys out, or use an alias (*name) for a whole entry";
function findShapeProblems(root) {
	const { issues = [] } = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.S)(configSchema, plainValue(root));
	const problems = issues.filter(({ kind, type }) => kind === "schema" || type === "min_length").flatMap((issue) => explainIssue(root, issue) ?? []);
	return [...new Map(problems.map((problem) => [problem.path, problem])).values()];
}
function explainIssue(root, { type, path }) {
	const keys = path?.map(({ key }) => key) ?? [];
	const around = keys.slice(0, -1);
	const parent = entryAt(root, around) ?? root;
	if (path?.at(-1)?.type === "object" && parent.kind === "list") return explainKind(parent, around);
	const entry = entryAt(root, keys);
	if (!entry) return explainMissing(parent, String(keys.at(-1)), keys);
	if (type === "never") return explainUnknown(entry, String(keys.at(-1)), fieldAt(around).keys);
	if (type === "min_length") return explainEmpty(entry, keys);
	if (type === "picklist" && entry.kind === "scalar" && entry.value !== null) {
		const problem = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tt)(entry.text) ?? "is not a known version; known is 1";
		return problemOf(entry, `${`${quoted(entry.text)} ${problem}`}. Example: ${fieldAt(keys).example}`);
	}
	return explainKind(entry, keys);
}
function explainMissing(parent, key, keys) {
	if (parent.kind === "map" && parent.entries.has(mergeKey)) return void 0;
	const { example } = fieldAt(keys);
	if (key === "targets") return noTargets(parent, example);
	const path = keyPath(parent.path, key);
	return {
		place: parent.place,
		path,
		text: `is missing. Example: ${example}`
	};
}
function explainEmpty(entry, keys) {
	const { example } = fieldAt(keys);
	if (keys.at(-1) === "targets") return noTargets(entry, example);
	return problemOf(entry, `is empty; at least one association is needed. Example: ${example}`);
}
function noTargets({ place }, example) {
	return {
		place,
		path: "",
		text: `has no targets; at least one is needed. Example: ${example}`
	};
}
function explainUnknown({ path, keyPlace }, key, known) {
	if (key === mergeKey) return {
		place: keyPlace,
		path,
		text: mergeProblem
	};
	const lookAlike = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tt)(key);
	return {
		place: keyPlace,
		path,
		text: `is not a known key${lookAlike === void 0 ? "" : `: it ${lookAlike}`}; known are ${known.join(", ")}`
	};
}
function explainKind(entry, keys) {
	const { must, example } = fieldAt(keys);
	return problemOf(entry, `is ${kindOf(entry)}, and must be ${must}. Example: ${example}`);
}
function kindOf(entry) {
	if (entry.kind !== "scalar") return entry.kind === "list" ? "a list" : "a mapping";
	if (entry.value === null) return "empty";
	if (typeof entry.value === "boolean") return entry.text;
	return typeof entry.value === "number" ? "a number" : "text";
}
function problemOf({ place, path }, text) {
	return {
		place,
		path,
		text
	};
}
// src/config/stated.ts
function readTargets(root, misshapen, policy) {
	const problems = [];
	const read = (parent, key, parse) => {
		const entry = child(parent, key);
		if (entry?.kind !== "scalar" || entry.value === null) return void 0;
		if (misshapen.has(entry.path)) return void 0;
		const parsed = parse(entry.text);
		if (parsed.problem === void 0) return {
			value: parsed.value,
			entry
		};
		const text = `${entry.text === "" ? "" : `${quoted(entry.text)} `}${parsed.problem}. Example: ${key}: ${parsed.example}`;
		problems.push({
			place: entry.place,
			path: entry.path,
			text
		});
	};
	return {
		targets: itemsOf(root, "targets").map((target) => readTarget(target, read, policy)),
		problems
	};
}
function readTarget(entry, read, policy) {
	return {
		name: read(entry, "name", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.z),
		account: read(entry, "account", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.H),
		region: read(entry, "region", _every_run_js__WEBPACK_IMPORTED_MODULE_0__.V),
		associations: itemsOf(entry, "associations").flatMap((item) => readAssociation(item, read, policy)),
		entry
	};
}
function readAssociation(entry, read, policy) {
	const asn = read(entry, "asn", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.et)(text, policy));
	const cidr = read(entry, "cidr", (text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Z)(text, policy));
	const note = read(entry, "note", parseNote)?.value ?? "";
	return asn && cidr ? [{
		asn,
		cidr,
		note,
		entry
	}] : [];
}
function parseNote(text) {
	const { length } = Array.from(text);
	if (length <= 500) return { value: text };
	return {
		problem: `has ${length} characters; 500 are allowed`,
		example: "\"edge POP, ticket NET-12\""
	};
}
function itemsOf(parent, key) {
	const list = child(parent, key);
	return list?.kind === "list" ? list.items : [];
}
function child(parent, key) {
	return parent.kind === "map" ? parent.entries.get(key) : void 0;
}
// src/config/tree.ts
var import_dist = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.D)();
const mostExpanded = 1e4;
const forbiddenKeys = new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
function readTree(document, placeAt) {
	const reading = {
		placeAt,
		anchored: findAnchors(document),
		problems: [],
		expanded: 0
	};
	const at = {
		path: "",
		keyPlace: void 0,
		aliasPlace: void 0
	};
	const place = placeAt(0);
	const root = document.contents ? readNode(document.contents, at, reading) : nothing({
		path: "",
		place,
		keyPlace: place
	});
	return {
		root: reading.expanded > mostExpanded ? void 0 : root,
		problems: reading.problems
	};
}
function findAnchors(document) {
	const anchors = new Map();
	const anchored = new Map();
	(0, import_dist.visit)(document, { Node: (_key, node) => {
		if ((0, import_dist.isAlias)(node)) {
			const named = anchors.get(node.source);
			if (named) anchored.set(node, named);
		} else if (node.anchor !== void 0) anchors.set(node.anchor, node);
	} });
	return anchored;
}
function readNode(node, at, reading) {
	if ((0, import_dist.isAlias)(node)) return readAlias(node, at, reading);
	const place = at.aliasPlace ?? reading.placeAt(startOf(node));
	const position = {
		path: at.path,
		place,
		keyPlace: at.keyPlace ?? place
	};
	if (at.aliasPlace !== void 0 && isExhausted(position, reading)) return nothing(position);
	if (node.tag !== void 0) tell(reading, at, place, refuseTag(node.tag));
	if ((0, import_dist.isMap)(node)) return {
		kind: "map",
		...position,
		entries: readPairs(node.items, at, reading)
	};
	if ((0, import_dist.isSeq)(node)) {
		const items = node.items.map((item, index) => {
			const { aliasPlace } = at;
			return readNode(item, {
				path: `${at.path}[${index}]`,
				keyPlace: aliasPlace,
				aliasPlace
			}, reading);
		});
		return {
			kind: "list",
			...position,
			items
		};
	}
	return (0, import_dist.isScalar)(node) ? readScalar(node, position) : nothing(position);
}
function readScalar({ value, source = "" }, position) {
	if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return {
		kind: "scalar",
		...position,
		value,
		text: source
	};
	return nothing(position);
}
function readAlias(alias, at, reading) {
	const place = at.aliasPlace ?? reading.placeAt(startOf(alias));
	const position = {
		path: at.path,
		place,
		keyPlace: at.keyPlace ?? place
	};
	const named = reading.anchored.get(alias);
	if (!named) {
		tell(reading, at, place, `${quoted(`*${alias.source}`)} has no anchor before it`);
		return nothing(position);
	}
	if (startOf(named) <= startOf(alias) && startOf(alias) < (named.range?.[1] ?? 0)) {
		tell(reading, at, place, `${quoted(`*${alias.source}`)} contains itself`);
		return nothing(position);
	}
	return readNode(named, {
		...at,
		keyPlace: position.keyPlace,
		aliasPlace: place
	}, reading);
}
function isExhausted({ path, place }, reading) {
	reading.expanded += 1;
	if (reading.expanded === 10001) {
		const text = `is where aliases bring more than ${mostExpanded} entries`;
		reading.problems.push({
			place,
			path,
			text
		});
	}
	return reading.expanded > mostExpanded;
}
function readPairs(pairs, at, reading) {
	const entries = new Map();
	for (const { key, value } of pairs) {
		const { aliasPlace } = at;
		const keyPlace = aliasPlace ?? reading.placeAt(startOf(key));
		const name = (0, import_dist.isScalar)(key) && typeof key.value === "string" ? key.value : void 0;
		const path = name === void 0 ? at.path : keyPath(at.path, name);
		const inside = {
			path,
			keyPlace,
			aliasPlace
		};
		const refused = explainKey(key, name, entries);
		if (refused !== void 0) tell(reading, inside, keyPlace, refused);
		const entry = value ? readNode(value, inside, reading) : nothing({
			path,
			place: keyPlace,
			keyPlace
		});
		if (name !== void 0 && refused === void 0) entries.set(name, entry);
	}
	return entries;
}
function explainKey(key, name, before) {
	if (name === void 0) return "has a key that is not text";
	if (!(0, import_dist.isAlias)(key) && key.tag !== void 0) return refuseTag(key.tag);
	if (forbiddenKeys.has(name)) return "is not allowed as a key";
	const first = before.get(name);
	return first && `is said twice; the first is in line ${first.keyPlace.line}`;
}
function refuseTag(tag) {
	return `has the tag ${quoted(tag.replace("tag:yaml.org,2002:", "!!"))}; tags are not read`;
}
function tell(reading, { path, aliasPlace }, place, text) {
	if (aliasPlace === void 0) reading.problems.push({
		place,
		path,
		text
	});
}
function nothing(position) {
	return {
		kind: "scalar",
		...position,
		value: null,
		text: ""
	};
}
function startOf(node) {
	return node.range?.[0] ?? 0;
}
// src/config/yaml-document.ts
const deepest = 100;
const wideColon = "：";
const tagCodes = new Set(["TAG_RESOLVE_FAILED", "BAD_COLLECTION_TYPE"]);
function readYaml(text, file) {
	const source = text.replace(/^\uFEFF/, "");
	const placeAt = makePlaces(source, file);
	const { documents, tooDeepAt } = compose(source);
	if (tooDeepAt !== void 0) return refusal(placeAt(tooDeepAt), `is nested more than ${deepest} levels deep`);
	const problems = documents.flatMap(parserErrors).map((error) => ({
		place: placeAt(error.pos[0]),
		path: "",
		text: `is not right as YAML: ${error.message}`
	}));
	if (problems.length > 0) problems.push(...findLookAlikes(documents, source, placeAt));
	const [document, second] = documents;
	if (second) {
		const place = placeAt(second.range[0]);
		problems.push({
			place,
			path: "",
			text: "starts a second document; a file holds one"
		});
	}
	if (problems.length > 0) return {
		root: void 0,
		problems
	};
	if (!document) return refusal(placeAt(0), "is empty");
	if (document.directives.yaml.version === "1.1") return refusal(placeAt(0), "is declared as YAML 1.1; YAML 1.2 is read");
	return readTree(document, placeAt);
}
function makePlaces(source, file) {
	const lines = new import_dist.LineCounter();
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
const beforeBlank = /^[\s-]*$|(?:^|[\s{,])[\w$]+:$/;
const beforeColon = /^[\s-]*[\w$]+$/;
function findLookAlikes(documents, source, placeAt) {
	const found = new Map();
	const blankOrColon = /[[\p{Zs}\p{Cf}\uff1a]--\u0020]/gv;
	const look = (_key, { type, range }) => {
		if (type !== import_dist.Scalar.PLAIN || !range) return;
		const [start, end] = range;
		for (const { 0: character, index } of source.slice(start, end).matchAll(blankOrColon)) {
			const place = placeAt(start + index);
			const line = source.slice(start + index + 1 - place.column, start + index);
			const [before, needs] = character === wideColon ? [beforeColon, "a plain colon"] : [beforeBlank, "a plain space"];
			if (found.has(place.line) || !before.test(line)) continue;
			const text = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tt)(line + character)}; YAML needs ${needs} there`;
			found.set(place.line, {
				place,
				path: "",
				text
			});
		}
	};
	for (const document of documents) (0, import_dist.visit)(document, { Scalar: look });
	return [...found.values()];
}
function compose(source) {
	const parser = new import_dist.Parser();
	const composer = new import_dist.Composer({
		version: "1.2",
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		uniqueKeys: false
	});
	const documents = [];
	for (const lexeme of new import_dist.Lexer().lex(source)) {
		for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
		if (documents.length > 1) return {
			documents,
			tooDeepAt: void 0
		};
		if (isTooDeep(parser)) return {
			documents: [],
			tooDeepAt: parser.offset
		};
	}
	for (const token of parser.end()) documents.push(...composer.next(token));
	documents.push(...composer.end(true, source.length));
	return {
		documents,
		tooDeepAt: void 0
	};
}
function isTooDeep({ stack }) {
	if (stack.length <= deepest) return false;
	return stack.filter(({ type }) => /^(block-map|block-seq|flow-coll)/.test(type)).length > deepest;
}
function parserErrors({ errors, warnings }) {
	return [...errors, ...warnings.filter(({ code }) => !tagCodes.has(code))];
}
function refusal(place, text) {
	return {
		root: void 0,
		problems: [{
			place,
			path: "",
			text
		}]
	};
}
// src/config/parse.ts
const mostProblems = 100;
function parseConfig(text, file, policy) {
	const { root, problems } = readYaml(text, file);
	if (!root) return {
		problems: inOrder(problems),
		count: problems.length
	};
	const shape = findShapeProblems(root);
	const read = readTargets(root, new Set(shape.map(({ path }) => path)), policy);
	const found = [
		...problems,
		...shape,
		...read.problems,
		...findConflicts(read.targets)
	];
	if (found.length > 0 || !read.targets.every(isSound)) return {
		problems: inOrder(found),
		count: found.length
	};
	return { targets: read.targets.map(targetOf) };
}
function isSound(target) {
	return target.account !== void 0 && target.region !== void 0;
}
function targetOf({ name, account, region, associations }) {
	return {
		name: name?.value ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.R)(account.value, region.value),
		accountId: account.value,
		region: region.value,
		associations: associations.map(({ asn, cidr, note, entry }) => ({
			asn: asn.value,
			cidr: cidr.value,
			note,
			place: entry.place
		}))
	};
}
function inOrder(problems) {
	const sorted = problems.toSorted(({ place: one }, { place: other }) => one.line - other.line || one.column - other.column);
	const [next, ...more] = sorted.slice(mostProblems);
	if (!next) return sorted;
	const text = `and ${more.length + 1} more`;
	return [...sorted.slice(0, mostProblems), {
		place: next.place,
		path: "",
		text
	}];
}



/***/ })

};
