export const id = 407;
export const ids = [407];
export const modules = {

407:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  a: () => (observe_origins_exports),
  c: () => (decideOrigin),
  d: () => (elsewhereText),
  f: () => (peersWithoutOrigin),
  i: () => (observeOrigins),
  l: () => (askCollectors$1),
  m: () => (amazonOrigins),
  n: () => (add_verdicts_exports),
  o: () => (originQuery),
  p: () => (unknownPartition),
  r: () => (renewVerdict),
  s: () => (readDiscoveredRoutes),
  t: () => (addRouteVerdicts),
  u: () => (countByOrigin)
});
var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(480);
var _dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(519);
var _every_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(247);
var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24);
var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(760);





// node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js?evidence
const _ATd = "AdvertisementType";
const _Asn = "Asn";
const _Ci = "Cidr";
const _DIRDRes = "DescribeIpamResourceDiscoveriesRequest";
const _DIRDResc = "DescribeIpamResourceDiscoveriesResult";
const _DIRDe = "DescribeIpamResourceDiscoveries";
const _DR = "DryRun";
const _De = "Description";
const _FLi = "FilterList";
const _Fi = "Filters";
const _Fil = "Filter";
const _GIDR = "GetIpamDiscoveredRoutes";
const _GIDRR = "GetIpamDiscoveredRoutesRequest";
const _GIDRRe = "GetIpamDiscoveredRoutesResult";
const _IDR = "IpamDiscoveredRoutes";
const _IDRS = "IpamDiscoveredRouteSet";
const _IDRp = "IpamDiscoveredRoute";
const _IDs = "IsDefault";
const _IOR = "IpamOperatingRegion";
const _IORS = "IpamOperatingRegionSet";
const _IOUE = "IpamOrganizationalUnitExclusion";
const _IOUES = "IpamOrganizationalUnitExclusionSet";
const _IPI = "IpamPoolId";
const _IRD = "IpamResourceDiscovery";
const _IRDApa = "IpamResourceDiscoveryArn";
const _IRDI = "IpamResourceDiscoveryId";
const _IRDIp = "IpamResourceDiscoveryIds";
const _IRDR = "IpamResourceDiscoveryRegion";
const _IRDS = "IpamResourceDiscoverySet";
const _IRDp = "IpamResourceDiscoveries";
const _K = "Key";
const _MR = "MaxResults";
const _N = "Name";
const _NBG = "NetworkBorderGroup";
const _NTe = "NextToken";
const _OEP = "OrganizationsEntityPath";
const _OI = "OwnerId";
const _OR = "OperatingRegions";
const _OUE = "OrganizationalUnitExclusions";
const _PIo = "PoolId";
const _RN = "RegionName";
const _ROI = "ResourceOwnerId";
const _RR = "ResourceRegion";
const _STam = "SampleTime";
const _St = "State";
const _T = "Tags";
const _TL = "TagList";
const _Ta = "Tag";
const _V = "Value";
const _VSL = "ValueStringList";
const _Va = "Values";
const _aTd = "advertisementType";
const _as = "asn";
const _ci = "cidr";
const _de = "description";
const _eQN = "ec2QueryName";
const _iDRS = "ipamDiscoveredRouteSet";
const _iDs = "isDefault";
const _iPI = "ipamPoolId";
const _iRDAp = "ipamResourceDiscoveryArn";
const _iRDI = "ipamResourceDiscoveryId";
const _iRDR = "ipamResourceDiscoveryRegion";
const _iRDS = "ipamResourceDiscoverySet";
const _it = "item";
const _k = "key";
const _nBG = "networkBorderGroup";
const _nTe = "nextToken";
const _oEP = "organizationsEntityPath";
const _oI = "ownerId";
const _oRS = "operatingRegionSet";
const _oUES = "organizationalUnitExclusionSet";
const _pIo = "poolId";
const _rNe = "regionName";
const _rOI = "resourceOwnerId";
const _rR = "resourceRegion";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
const _sTa = "sampleTime";
const _st = "state";
const _tS = "tagSet";
const _v = "value";
const _xN = "xmlName";
const n0 = "com.amazonaws.ec2";
const _s_registry = new _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.St(_s);
var EC2ServiceException$ = [
	-3,
	_s,
	"EC2ServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(EC2ServiceException$, _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.l);
var DescribeIpamResourceDiscoveriesRequest$ = [
	3,
	n0,
	_DIRDRes,
	0,
	[
		_DR,
		_IRDIp,
		_NTe,
		_MR,
		_Fi
	],
	[
		2,
		[() => ValueStringList, { [_xN]: _IRDI }],
		0,
		1,
		[() => FilterList, { [_xN]: _Fil }]
	]
];
var DescribeIpamResourceDiscoveriesResult$ = [
	3,
	n0,
	_DIRDResc,
	0,
	[_IRDp, _NTe],
	[[() => IpamResourceDiscoverySet, {
		[_eQN]: `IpamResourceDiscoverySet`,
		[_xN]: _iRDS
	}], [0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}]]
];
var Filter$ = [
	3,
	n0,
	_Fil,
	0,
	[_N, _Va],
	[0, [() => ValueStringList, { [_xN]: _V }]]
];
var GetIpamDiscoveredRoutesRequest$ = [
	3,
	n0,
	_GIDRR,
	0,
	[
		_IRDI,
		_RR,
		_DR,
		_Fi,
		_NTe,
		_MR
	],
	[
		0,
		0,
		2,
		[() => FilterList, { [_xN]: _Fil }],
		0,
		1
	],
	2
];
var GetIpamDiscoveredRoutesResult$ = [
	3,
	n0,
	_GIDRRe,
	0,
	[_IDR, _NTe],
	[[() => IpamDiscoveredRouteSet, {
		[_eQN]: `IpamDiscoveredRouteSet`,
		[_xN]: _iDRS
	}], [0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}]]
];
var IpamDiscoveredRoute$ = [
	3,
	n0,
	_IDRp,
	0,
	[
		_IRDI,
		_RR,
		_ROI,
		_Ci,
		_Asn,
		_St,
		_ATd,
		_NBG,
		_PIo,
		_IPI,
		_STam
	],
	[
		[0, {
			[_eQN]: `IpamResourceDiscoveryId`,
			[_xN]: _iRDI
		}],
		[0, {
			[_eQN]: `ResourceRegion`,
			[_xN]: _rR
		}],
		[0, {
			[_eQN]: `ResourceOwnerId`,
			[_xN]: _rOI
		}],
		[0, {
			[_eQN]: `Cidr`,
			[_xN]: _ci
		}],
		[0, {
			[_eQN]: `Asn`,
			[_xN]: _as
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[0, {
			[_eQN]: `AdvertisementType`,
			[_xN]: _aTd
		}],
		[0, {
			[_eQN]: `NetworkBorderGroup`,
			[_xN]: _nBG
		}],
		[0, {
			[_eQN]: `PoolId`,
			[_xN]: _pIo
		}],
		[0, {
			[_eQN]: `IpamPoolId`,
			[_xN]: _iPI
		}],
		[4, {
			[_eQN]: `SampleTime`,
			[_xN]: _sTa
		}]
	]
];
var IpamOperatingRegion$ = [
	3,
	n0,
	_IOR,
	0,
	[_RN],
	[[0, {
		[_eQN]: `RegionName`,
		[_xN]: _rNe
	}]]
];
var IpamOrganizationalUnitExclusion$ = [
	3,
	n0,
	_IOUE,
	0,
	[_OEP],
	[[0, {
		[_eQN]: `OrganizationsEntityPath`,
		[_xN]: _oEP
	}]]
];
var IpamResourceDiscovery$ = [
	3,
	n0,
	_IRD,
	0,
	[
		_OI,
		_IRDI,
		_IRDApa,
		_IRDR,
		_De,
		_OR,
		_IDs,
		_St,
		_T,
		_OUE
	],
	[
		[0, {
			[_eQN]: `OwnerId`,
			[_xN]: _oI
		}],
		[0, {
			[_eQN]: `IpamResourceDiscoveryId`,
			[_xN]: _iRDI
		}],
		[0, {
			[_eQN]: `IpamResourceDiscoveryArn`,
			[_xN]: _iRDAp
		}],
		[0, {
			[_eQN]: `IpamResourceDiscoveryRegion`,
			[_xN]: _iRDR
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN]: _de
		}],
		[() => IpamOperatingRegionSet, {
			[_eQN]: `OperatingRegionSet`,
			[_xN]: _oRS
		}],
		[2, {
			[_eQN]: `IsDefault`,
			[_xN]: _iDs
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[() => IpamOrganizationalUnitExclusionSet, {
			[_eQN]: `OrganizationalUnitExclusionSet`,
			[_xN]: _oUES
		}]
	]
];
var Tag$ = [
	3,
	n0,
	_Ta,
	0,
	[_K, _V],
	[[0, {
		[_eQN]: `Key`,
		[_xN]: _k
	}], [0, {
		[_eQN]: `Value`,
		[_xN]: _v
	}]]
];
var FilterList = [
	1,
	n0,
	_FLi,
	0,
	[() => Filter$, { [_xN]: _Fil }]
];
var IpamDiscoveredRouteSet = [
	1,
	n0,
	_IDRS,
	0,
	[() => IpamDiscoveredRoute$, { [_xN]: _it }]
];
var IpamOperatingRegionSet = [
	1,
	n0,
	_IORS,
	0,
	[() => IpamOperatingRegion$, { [_xN]: _it }]
];
var IpamOrganizationalUnitExclusionSet = [
	1,
	n0,
	_IOUES,
	0,
	[() => IpamOrganizationalUnitExclusion$, { [_xN]: _it }]
];
var IpamResourceDiscoverySet = [
	1,
	n0,
	_IRDS,
	0,
	[() => IpamResourceDiscovery$, { [_xN]: _it }]
];
var TagList = [
	1,
	n0,
	_TL,
	0,
	[() => Tag$, { [_xN]: _it }]
];
var ValueStringList = [
	1,
	n0,
	_VSL,
	0,
	[0, { [_xN]: _it }]
];
var DescribeIpamResourceDiscoveries$ = [
	9,
	n0,
	_DIRDe,
	0,
	() => DescribeIpamResourceDiscoveriesRequest$,
	() => DescribeIpamResourceDiscoveriesResult$
];
var GetIpamDiscoveredRoutes$ = [
	9,
	n0,
	_GIDR,
	0,
	() => GetIpamDiscoveredRoutesRequest$,
	() => GetIpamDiscoveredRoutesResult$
];
// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeIpamResourceDiscoveriesCommand.js
var DescribeIpamResourceDiscoveriesCommand = class extends (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)(_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.a, _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.o, "DescribeIpamResourceDiscoveries", DescribeIpamResourceDiscoveries$) {};
// node_modules/@aws-sdk/client-ec2/dist-es/commands/GetIpamDiscoveredRoutesCommand.js
var GetIpamDiscoveredRoutesCommand = class extends (0,_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.s)(_dependencies_js__WEBPACK_IMPORTED_MODULE_1__.a, _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.o, "GetIpamDiscoveredRoutes", GetIpamDiscoveredRoutes$) {};
// src/domain/rpki.ts
function validateRoute(route, vrps) {
	const covering = coveringVrps(route, vrps);
	if (covering.length === 0) return "not-found";
	return matchingVrps(route, covering).length > 0 ? "valid" : "invalid";
}
function coveringVrps({ prefix }, vrps) {
	return vrps.filter((vrp) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.xn)(vrp.prefix, prefix));
}
function matchingVrps(route, vrps) {
	const { asn, prefix } = route;
	const length = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Cn)(prefix);
	return coveringVrps(route, vrps).filter((vrp) => vrp.asn === asn && asn !== "0" && length <= vrp.maxLength);
}
const maxListed$2 = 5;
function explainRoute(route, vrps) {
	const state = validateRoute(route, vrps);
	if (state === "valid") return "";
	const { asn, prefix } = route;
	const cure = `create a ROA for ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Tn)(prefix)} with AS${asn}`;
	if (state === "not-found") return `no VRP covers it; ${cure}`;
	const covering = coveringVrps(route, vrps);
	const own = covering.filter((vrp) => vrp.asn === asn);
	if (own.length > 0) return `the VRPs of AS${asn} allow prefixes up to /${Math.max(...own.map(({ maxLength }) => maxLength))} only; ${cure}`;
	const others = [...new Set(covering.map((vrp) => vrp.asn))].filter((other) => other !== "0");
	if (others.length === 0) return `only AS0 has VRPs for it, which forbid every origin; ${cure}`;
	const more = others.length > maxListed$2 ? ` and ${others.length - maxListed$2} more` : "";
	return `only ${others.slice(0, maxListed$2).map((other) => `AS${other}`).join(", ")}${more} may originate it; ${cure}`;
}
function amazonOrigins(region) {
	switch ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.en)(region)) {
		case "aws": return ["16509", "14618"];
		case "aws-us-gov": return ["8987"];
		case "aws-eusc": return ["16509", "214101"];
		default: return [];
	}
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
const hourMs$1 = 36e5;
function readVrp(row) {
	const asn = readAsn((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "asn"));
	const prefix = readPrefix((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "prefix"));
	const most = readNumber((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "maxLength"));
	const expires = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "expires");
	const length = prefix && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Cn)(prefix);
	const maxLength = most ?? length;
	if (asn === void 0 || prefix === void 0 || length === void 0 || maxLength === void 0 || !(maxLength >= length && maxLength <= _every_run_js__WEBPACK_IMPORTED_MODULE_2__.bn[prefix.family]) || !(expires === void 0 || typeof expires === "number")) throw new SourceError(`a VRP cannot be read: ${quoteJson(row)}`);
	return {
		asn,
		prefix,
		maxLength,
		expires
	};
}
function readAsn(asn) {
	if (typeof asn === "number") return Number.isInteger(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(`${asn}`) : void 0;
	return typeof asn === "string" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(asn) : void 0;
}
function readPrefix(prefix) {
	return typeof prefix === "string" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.wn)(prefix) : void 0;
}
function readNumber(value) {
	if (value === void 0 || typeof value === "number") return value;
	return typeof value === "string" && /^[0-9]{1,3}$/.test(value) ? Number(value) : NaN;
}
function quoteJson(value) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.or)(jsonText(value), maxQuoteLength);
}
function jsonText(value) {
	try {
		return JSON.stringify(value) ?? "nothing";
	} catch {
		return "it is nested too deeply";
	}
}
function readRows(document, maxAgeHours, now) {
	const rows = Array.isArray(document) ? document : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(document, "roas");
	if (!Array.isArray(rows)) throw new SourceError("it has no list of VRPs (roas)");
	const made = readTime((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(document, "metadata"));
	if (made !== void 0) checkAge(made, maxAgeHours, now);
	return rows;
}
function readTime(metadata) {
	const text = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(metadata, "generatedTime") ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(metadata, "buildtime");
	const seconds = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(metadata, "generated");
	if (text === void 0 && seconds === void 0) return void 0;
	const time = typeof text === "string" ? Date.parse(text) : typeof seconds === "number" || typeof seconds === "string" ? Number(seconds) * 1e3 : NaN;
	if (!Number.isNaN(time)) return time;
	throw new SourceError(`its time cannot be read: ${quoteJson(text ?? seconds)}`);
}
function checkAge(made, maxAgeHours, now) {
	const hours = (now - made) / hourMs$1;
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
const longestAnswer$1 = 1048576;
function requestJson(url, context, mostCharacters = longestAnswer$1) {
	let errors = 0;
	const backoff = (error) => {
		errors += 1;
		return error instanceof SourceError && error.isTemporary && errors < maxAttempts ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.In)(errors, context.random) : void 0;
	};
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ln)(() => requestOnce(url, context, mostCharacters), backoff, context);
}
async function requestOnce(url, context, mostCharacters) {
	const { statusCode, text, ...answer } = await send(url, context);
	if (statusCode !== 200) {
		const said = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.er)({
			statusCode,
			text,
			...answer
		});
		const isTemporary = statusCode >= 500 || statusCode === 429 || statusCode === 408;
		throw new SourceError(`${url.host} answered ${statusCode}, saying ${said}`, isTemporary);
	}
	const document = text.length <= mostCharacters ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.zt)(text) : void 0;
	if (document !== void 0) return document;
	throw new SourceError(`${url.host} sent an answer that cannot be read`, true);
}
async function send(url, context) {
	const seconds = Math.min(requestSeconds, context.deadline.remaining() / 1e3);
	const deadline = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.K)(context.clock, seconds);
	try {
		const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Hn)((abortSignal) => context.transport.handle((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__["in"])(url, { headers: requestHeaders }), { abortSignal }), {
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
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.zn) throw new SourceError(`${url.host}: ${error.message}`, true);
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.Jn)) throw error;
		throw new SourceError(`${url.host}: ${error.message}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Xn)(error));
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
	const data = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(answer, "data");
	const rows = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(data, "validating_roas");
	const status = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(data, "status");
	const state = typeof status === "string" && Object.hasOwn(states, status) ? states[status] : void 0;
	const prefix = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.wn)(cidr);
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(answer, "status") !== "ok" || !Array.isArray(rows) || !state || !prefix) throw new SourceError(`RIPEstat's answer cannot be read: ${quoteJson(answer)}`);
	const vrps = rows.map((row) => readVrp({
		asn: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "origin"),
		prefix: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "prefix"),
		maxLength: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(row, "max_length")
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
	const real = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.p)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(start, path));
	if (real === void 0) throw new SourceError("the file does not exist");
	const isAllowed = folders.some((folder) => !(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.f)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.p)(folder) ?? folder, real));
	if (folders.length > 0 && !isAllowed) throw new SourceError("the file is neither in the workspace nor in the runner's temporary folder");
	try {
		const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.statSync)(real);
		if (size <= largestBytes) return (0,node_fs__WEBPACK_IMPORTED_MODULE_3__.readFileSync)(real, "utf8");
		throw new SourceError(`the file has ${size} bytes; the limit is ${largestBytes}: ${advice}`);
	} catch (error) {
		throw error instanceof SourceError ? error : new SourceError(`the file: ${error}`);
	}
}
function readVrpFile(text, prefixes, maxAgeHours, now) {
	const document = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.zt)(text);
	if (document === void 0) throw new SourceError("the file is not JSON");
	const groups = new Set(prefixes.map(groupOf));
	return readRows(document, maxAgeHours, now).filter((row) => mayCover(row, groups)).map(readVrp).filter(({ prefix }) => prefixes.some((wanted) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Sn)(prefix, wanted)));
}
const groupBits = {
	4: 8,
	6: 16
};
function groupOf({ family, first }) {
	const group = Number(first >> BigInt(_every_run_js__WEBPACK_IMPORTED_MODULE_2__.bn[family] - groupBits[family]));
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
function readSource(all, inputs, context) {
	const { source, maxAgeHours } = inputs;
	switch (source.form) {
		case "ripestat": return askForEach(all, async ({ cidr, asn }) => ({ vrps: await askRipestat(cidr, asn, context) }));
		case "routinator": return askForEach(all, async ({ cidr }) => ({ vrps: await askRoutinator(cidr, source.url, maxAgeHours, context) }));
		case "file": return readFromFile(all, source.path, maxAgeHours, context);
	}
}
async function askForEach(items, ask) {
	const answers = new Map();
	let outage;
	const byCidr = new Map(items.map((item) => [item.cidr, item]));
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.q)([...byCidr.values()], maxRequests, async (item) => {
		const answer = outage ?? await ask(item).catch(unreadBy);
		if ("isTemporary" in answer && answer.isTemporary) outage = answer;
		answers.set(item.cidr, answer);
	});
	return answers;
}
function readFromFile(all, path, maxAgeHours, { folders, clock }) {
	const prefixes = all.map(({ cidr }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.yn)(cidr));
	const read = () => readVrpFile(readVrpText(path, folders), prefixes, maxAgeHours, clock.wallTime());
	let reading;
	try {
		reading = { vrps: read() };
	} catch (error) {
		reading = unreadBy(error);
	}
	return new Map(all.map(({ cidr }) => [cidr, reading]));
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
// src/routes/looking-glass.ts
const longestAnswer = 8388608;
const unknownPartition = "not asked: the ASNs of AWS in this partition are not documented";
async function askCollectors$1(cidr, context) {
	try {
		return await readCollectors(cidr, context);
	} catch (error) {
		if (error instanceof SourceError) return { unread: error.message };
		throw error;
	}
}
async function readCollectors(cidr, context) {
	const url = new URL("https://stat.ripe.net/data/looking-glass/data.json");
	url.searchParams.set("resource", cidr);
	url.searchParams.set("look_back_limit", "3600");
	url.searchParams.set("sourceapp", "associate-ipam-byoasn");
	return readLookingGlass(await requestJson(url, context, longestAnswer), cidr);
}
function readLookingGlass(answer, cidr) {
	const collectors = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(answer, "data"), "rrcs");
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(answer, "status") !== "ok" || !Array.isArray(collectors)) throw unreadable(answer);
	const paths = collectors.flatMap(peersOf).filter(({ prefix }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__._n)(prefix) === cidr).map(({ path }) => readPath(path));
	return {
		peers: paths.length,
		origins: countOrigins(paths)
	};
}
function peersOf(collector) {
	const peers = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(collector, "peers");
	if (!Array.isArray(peers)) throw unreadable(collector);
	return peers.map((peer) => {
		const [prefix, path] = [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(peer, "prefix"), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(peer, "as_path")];
		if (typeof prefix !== "string" || typeof path !== "string") throw unreadable(peer);
		return {
			prefix,
			path
		};
	});
}
function unreadable(value) {
	return new SourceError(`RIPEstat's answer cannot be read: ${quoteJson(value)}`);
}
function readPath(path) {
	const hops = path.trim().split(/\s+/).map((hop) => /^[0-9]+$/.test(hop) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(hop) : void 0);
	const isElsewhere = !hops.some((hop) => hop !== void 0 && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(hop) === "AWS");
	return {
		origin: hops.at(-1),
		isElsewhere
	};
}
function countOrigins(paths) {
	return [...Map.groupBy(paths, ({ origin }) => origin)].flatMap(([asn, those]) => {
		const elsewhere = those.filter(({ isElsewhere }) => isElsewhere).length;
		const others = elsewhere === 0 ? {} : { elsewhere };
		return asn === void 0 ? [] : [{
			asn,
			peers: those.length,
			...others
		}];
	}).toSorted((a, b) => b.peers - a.peers || Number(a.asn) - Number(b.asn));
}
function peersThroughAws({ peers, elsewhere = 0 }) {
	return peers - elsewhere;
}
function countByOrigin({ origins }) {
	return [...Map.groupBy(origins, ({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(asn))].map(([origin, those]) => [origin, those.reduce((sum, each) => sum + peersThroughAws(each), 0)]);
}
function peersWithoutOrigin({ peers, origins }) {
	return origins.reduce((left, origin) => left - origin.peers, peers);
}
function seenText(seen) {
	const unclear = peersWithoutOrigin(seen);
	const through = [...listOrigins(seen.origins, peersThroughAws), ...unclear === 0 ? [] : [`from no single origin by ${countPeers(unclear)}`]];
	const other = elsewhereText(seen);
	if (through.length === 0) return other === "" ? "seen by no peer" : `not seen from AWS${other}`;
	return `seen ${through.join(", ")}${other}`;
}
function elsewhereText({ origins }) {
	const others = listOrigins(origins, ({ elsewhere = 0 }) => elsewhere);
	return others.length === 0 ? "" : `; another announcement: ${others.join(", ")}`;
}
const maxListed$1 = 5;
function listOrigins(origins, count) {
	const texts = origins.filter((origin) => count(origin) > 0).map((origin) => `from AS${origin.asn} by ${countPeers(count(origin))}`);
	const more = texts.length - maxListed$1;
	return more > 0 ? [...texts.slice(0, maxListed$1), `from ${more} more`] : texts;
}
function countPeers(count) {
	return count === 1 ? "1 peer" : `${count} peers`;
}
// src/routes/decide-origin.ts
const hasOrigin = {
	advertised: "yes",
	"pending-advertising": "unknown",
	"pending-withdrawal": "unknown",
	provisioned: "no",
	"provisioned-not-publicly-advertisable": "no",
	"pending-provision": "no",
	"failed-provision": "no",
	"pending-deprovision": "no",
	"failed-deprovision": "no",
	deprovisioned: "no"
};
function decideOrigin(cidr, entries, { ipam, seen }, now) {
	const listing = readListing(cidr, entries);
	const others = [...ipam === void 0 ? [] : [readIpam(cidr, ipam, now)], ...seen === void 0 ? [] : [readSeen(cidr, seen)]];
	const decided = chooseOrigin(listing.source === "state" ? [listing] : [listing, ...others]);
	return {
		origin: decided?.origins[0] ?? "unknown",
		source: decided?.source ?? "none",
		...decided?.isOld ? { isOld: true } : {},
		evidence: [listing, ...others].map(({ evidence }) => evidence),
		...seen === void 0 ? {} : { seen }
	};
}
function chooseOrigin(statements) {
	const speaking = statements.filter(({ origins }) => origins.length > 0);
	const current = speaking.filter(({ isOld }) => !isOld);
	const counted = current.length > 0 ? current : speaking;
	const [origin = "unknown", ...others] = new Set(counted.flatMap(({ origins }) => origins));
	if (origin === "unknown" || others.length > 0) return void 0;
	return speaking.find(({ origins }) => origins.length === 1 && origins[0] === origin);
}
function readListing(cidr, entries) {
	const states = [...new Set(entries.map(({ state }) => state))];
	const [answer = "no", ...others] = new Set(states.map(originByState));
	const text = `DescribeByoipCidrs: ${cidr} is ${states.join(", ") || "not listed"}`;
	const isClear = others.length === 0;
	if (!isClear || answer !== "yes") return {
		source: "state",
		origins: isClear && answer === "no" ? ["none"] : [],
		evidence: {
			grade: "read",
			text
		}
	};
	const asns = listAdvertised(entries);
	const from = asns.length === 0 ? "; no association shows the origin" : ` from ${asnsText(asns)}`;
	return {
		source: "association",
		origins: originsOf(asns),
		evidence: {
			grade: "read",
			text: `${text}${from}`
		}
	};
}
function originByState(state) {
	return isKnown(state) ? hasOrigin[state] : "unknown";
}
function isKnown(state) {
	return Object.hasOwn(hasOrigin, state);
}
function listAdvertised(entries) {
	const advertised = entries.flatMap(({ associations }) => associations).filter(({ state }) => state === "advertised");
	return [...new Set(advertised.map(({ asn }) => asn))];
}
function originsOf(asns) {
	return [...new Set(asns.map((asn) => isReadable(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(asn) : "unknown"))];
}
function isReadable(asn) {
	return asn === "AWS" || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(asn) !== void 0;
}
const hourMs = 36e5;
const maxAgeHours = 24;
const currentMs = 9e5;
const maxListed = 5;
function readIpam(cidr, { source, routes, unread }, now) {
	if (unread !== void 0) return ipamStatement([], "not read", `${source}: ${unread}`);
	const found = routes.filter((route) => route.cidr === cidr);
	if (found.length === 0) return ipamStatement([], "read", `${source}: ${cidr} is not listed`);
	const usable = found.filter((route) => isUsable(route, now));
	const texts = found.slice(0, maxListed).map((route) => routeText(route, now));
	return {
		...ipamStatement(originsOf(usable.map(({ asn }) => asn)), usable.length > 0 ? "read" : "not read", `${source}: ${cidr} ${texts.join(", ")}`),
		isOld: usable.every(({ sampledAt = 0 }) => now - sampledAt > currentMs)
	};
}
function ipamStatement(origins, grade, text) {
	return {
		source: "ipam",
		origins,
		evidence: {
			grade,
			text
		}
	};
}
function isUsable({ state, asn, sampledAt }, now) {
	return sampledAt !== void 0 && now - sampledAt <= maxAgeHours * hourMs && asn !== "" && (state === "advertised" || state === "unknown");
}
function routeText({ asn, state, sampledAt, discovery }, now) {
	const from = asn === "" ? "without an ASN" : `from ${asnsText([asn])}`;
	const inState = state === "advertised" ? "" : ` in the state ${state}`;
	const by = discovery === void 0 ? "" : ` by ${discovery}`;
	return `${from}${inState}, ${ageText(sampledAt, now)}${by}`;
}
function ageText(sampledAt, now) {
	if (sampledAt === void 0) return "sampled at an unknown time";
	const minutes = Math.max(0, Math.floor((now - sampledAt) / 6e4));
	return `sampled ${minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`} ago${now - sampledAt > maxAgeHours * hourMs ? ` (at most ${maxAgeHours} h count)` : ""}`;
}
function readSeen(cidr, seen) {
	const source = "RIPE's route collectors";
	if (seen.unread !== void 0) return {
		source: "collectors",
		origins: [],
		evidence: {
			grade: "not read",
			text: `${source}: ${seen.unread}`
		}
	};
	const byOrigin = countByOrigin(seen).filter(([, peers]) => peers > 0);
	const origins = byOrigin.filter(([, peers]) => peers >= 10).map(([origin]) => origin);
	const limit = byOrigin.length > 0 && origins.length === 0 ? ` (fewer than 10 decide nothing)` : "";
	return {
		source: "collectors",
		origins,
		evidence: {
			grade: "read",
			text: `${source}: ${cidr} is now ${seenText(seen)}${limit}`
		}
	};
}
function asnsText(asns) {
	return asns.map((asn) => isReadable(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kt)(asn) : JSON.stringify(asn)).slice(0, maxListed).join(", ");
}
// src/aws/origin-calls.ts
function originCalls(client) {
	return {
		describeIpamResourceDiscoveries: async (nextToken, abortSignal) => {
			const command = new DescribeIpamResourceDiscoveriesCommand(paging(nextToken));
			const answer = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Pn)(client.send(command, { abortSignal }));
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.fn)("ipamResourceDiscoverySet", answer.IpamResourceDiscoveries, answer.NextToken);
		},
		getIpamDiscoveredRoutes: async (discoveryId, region, nextToken, abortSignal) => {
			const command = new GetIpamDiscoveredRoutesCommand({
				IpamResourceDiscoveryId: discoveryId,
				ResourceRegion: region,
				...paging(nextToken)
			});
			const answer = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Pn)(client.send(command, { abortSignal }));
			return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.fn)("ipamDiscoveredRouteSet", answer.IpamDiscoveredRoutes, answer.NextToken);
		}
	};
}
function paging(nextToken) {
	return {
		MaxResults: 1e3,
		...nextToken === void 0 ? {} : { NextToken: nextToken }
	};
}
// src/routes/discovered-routes.ts
const timeoutSeconds = 10;
async function readDiscoveredRoutes(client, { region, ipamRegion }, context) {
	const source = `GetIpamDiscoveredRoutes${ipamRegion === void 0 ? "" : ` in ${ipamRegion}`}`;
	const seconds = Math.min(timeoutSeconds, context.deadline.remaining() / 1e3);
	const bounded = {
		...context,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.K)(context.clock, seconds)
	};
	const calls = originCalls(client);
	try {
		const discoveries = await findDiscoveries(calls, bounded);
		if (discoveries.length === 0) return {
			source,
			routes: [],
			unread: noDiscovery
		};
		const routes = [];
		for (const discovery of discoveries) routes.push(await readRoutes(calls, discovery, region, bounded));
		return {
			source,
			routes: routes.flat()
		};
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.Jn) return {
			source,
			routes: [],
			unread: error.message
		};
		throw error;
	}
}
const noDiscovery = "the account has no resource discovery of IPAM there";
async function findDiscoveries(calls, context) {
	const all = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Mn)(calls.describeIpamResourceDiscoveries, context);
	const own = all.filter(({ IsDefault }) => IsDefault);
	return own.length > 0 ? own : all;
}
async function readRoutes(calls, { IpamResourceDiscoveryId: id = "", OwnerId: owner, IsDefault }, region, context) {
	const found = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Mn)((nextToken, signal) => calls.getIpamDiscoveredRoutes(id, region, nextToken, signal), context);
	const discovery = IsDefault ? void 0 : `${id} of account ${owner ?? "not known"}`;
	return found.map((route) => readRoute(route, discovery));
}
function readRoute({ Cidr, Asn, State, SampleTime }, discovery) {
	return {
		cidr: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.hn)(Cidr),
		asn: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.mn)(Asn),
		state: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.gn)(State),
		sampledAt: SampleTime?.getTime(),
		discovery
	};
}
// src/routes/observe-origins.ts
var observe_origins_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({
	observeOrigins: () => observeOrigins,
	originQuery: () => originQuery
});
function originQuery({ target: { region }, connection, observed: { ipamRegion } }, cidrs, ask) {
	const { clients, renew } = connection;
	return {
		cidrs,
		ask,
		target: {
			region,
			ipamRegion
		},
		client: clients.ipamClient,
		renew
	};
}
async function observeOrigins(queries, concurrency, context) {
	const [discovered, seen] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.J)(queries, concurrency, (query) => askIpam(query, context)), askCollectors(queries, context)]);
	const now = context.clock.wallTime();
	return new Map(queries.flatMap(({ cidrs }, index) => [...Map.groupBy(cidrs, ({ cidr }) => cidr)].map(([cidr, entries]) => {
		return [cidr, decideOrigin(cidr, entries, {
			ipam: isAdvertised(entries) ? discovered[index] : void 0,
			seen: seen.get(cidr)
		}, now)];
	})));
}
async function askIpam({ cidrs, ask, target, client, renew }, context) {
	if (ask === "listing" || !isAdvertised(cidrs)) return void 0;
	return readDiscoveredRoutes(client, target, {
		...context,
		renew
	});
}
function isAdvertised(entries) {
	return entries.some(({ state }) => state === "advertised");
}
async function askCollectors(queries, context) {
	const wanted = queries.filter(({ ask }) => ask === "all").flatMap(({ cidrs, target }) => cidrs.map(({ cidr }) => ({
		cidr,
		region: target.region
	})));
	const isKnown = ({ region }) => amazonOrigins(region).length > 0;
	const answers = await askForEach(wanted.filter(isKnown), ({ cidr }) => readCollectors(cidr, context));
	const unknown = wanted.filter((each) => !isKnown(each));
	return new Map([...answers, ...unknown.map(({ cidr }) => [cidr, { unread: unknownPartition }])]);
}
// src/rpki/make-verdict.ts
const week = 604800;
function questionOf({ asn, cidr }, region) {
	return {
		cidr,
		origins: [asn],
		wayBack: amazonOrigins(region)
	};
}
function makeVerdict({ cidr, origins, wayBack }, reading, now) {
	if (reading.unread !== void 0) return {
		state: "unread",
		why: reading.unread,
		wayBack: [],
		notes: [],
		roas: []
	};
	if (origins.length === 0) return {
		state: "unread",
		why: "AWS documents no ASNs of Amazon's for this partition",
		wayBack: [],
		notes: [],
		roas: []
	};
	const prefix = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.yn)(cidr);
	const vrps = reading.vrps.filter(({ expires }) => expires === void 0 || expires > now);
	const stateOf = (asn) => validateRoute({
		asn,
		prefix
	}, vrps);
	const routes = origins.map((asn) => ({
		asn,
		prefix
	}));
	const state = worstFirst.find((each) => origins.map(stateOf).includes(each)) ?? "not-found";
	const worst = routes.filter(({ asn }) => stateOf(asn) === state);
	return {
		state,
		why: [...new Set(worst.map((route) => explainRoute(route, vrps)))].join("; "),
		wayBack: wayBack.map((asn) => ({
			asn,
			state: stateOf(asn)
		})),
		notes: routes.flatMap((route) => notesOf(route, vrps, now)),
		roas: routes.flatMap((route) => roasOf(route, vrps))
	};
}
const worstFirst = [
	"invalid",
	"not-found",
	"valid"
];
function roasOf(route, vrps) {
	const texts = matchingVrps(route, vrps).map(({ asn, maxLength }) => `AS${asn} /${maxLength}`);
	return [...new Set(texts)];
}
function notesOf(route, vrps, now) {
	const matching = matchingVrps(route, vrps);
	if (matching.length === 0) return [];
	const name = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Tn)(route.prefix)} from AS${route.asn}`;
	const end = Math.max(...matching.map(({ expires = Number.POSITIVE_INFINITY }) => expires));
	const longest = Math.max(...matching.map(({ maxLength }) => maxLength));
	return [...end - now <= week ? [`${name} is valid until ${dateText(end)}, unless renewed`] : [], ...longest > (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Cn)(route.prefix) ? [`AS${route.asn} may also originate prefixes in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Tn)(route.prefix)} up to /${longest}`] : []];
}
function dateText(seconds) {
	return `${new Date(seconds * 1e3).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/rpki/add-verdicts.ts
var add_verdicts_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ addVerdicts: () => addVerdicts });
const askingOfAssociations = {
	isWanted: ({ step, association }, { source }) => step === "associate" || step !== "refuse" && !association.remove && source.form !== "ripestat",
	questionOf: ({ association, target }) => questionOf(association, target.region),
	mayRefuse: ({ step }) => step === "associate"
};
const askingOfRoutes = {
	isWanted: ({ step }) => step === "advertise" || step === "swap",
	questionOf: ({ route, originBefore, target: { region } }) => ({
		cidr: route.cidr,
		origins: route.origin === "AWS" ? amazonOrigins(region) : [route.origin],
		wayBack: wayBackOf(route.origin, originBefore.origin, region)
	}),
	mayRefuse: () => true
};
function wayBackOf(to, from, region) {
	const before = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(from) === void 0 ? [] : [from];
	return to === "AWS" ? before : [...amazonOrigins(region), ...before];
}
function addVerdicts(plan, inputs, context) {
	return addTo(plan, askingOfAssociations, inputs, context);
}
function addRouteVerdicts(plan, inputs, context) {
	return addTo(plan, askingOfRoutes, inputs, context);
}
async function renewVerdict(change, inputs, context) {
	if (!inputs) return change;
	const plan = {
		targets: [{
			target: change.target,
			changes: [change]
		}],
		unmanaged: [],
		unmanagedCidrs: void 0,
		digest: void 0
	};
	const [renewed = change] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.T)(await addRouteVerdicts(plan, inputs, context));
	return renewed;
}
async function addTo(plan, asking, inputs, context) {
	const questions = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.T)(plan).filter((change) => asking.isWanted(change, inputs)).map(asking.questionOf);
	if (questions.length === 0) return plan;
	const readings = await readSource(questions.map(({ cidr, origins: [asn = "0"] }) => ({
		cidr,
		asn
	})), inputs, {
		...context,
		folders: foldersOf(context)
	});
	const count = readings.size === 1 ? "1 CIDR" : `${readings.size} CIDRs`;
	context.log.line(`RPKI data from ${sourceText(inputs.source)} for ${count}`);
	const now = context.clock.wallTime() / 1e3;
	const targets = plan.targets.map(({ target, changes }) => ({
		target,
		changes: changes.map((change) => addVerdict(change, asking, inputs, readings, now))
	}));
	return {
		...plan,
		targets
	};
}
function foldersOf({ workspace, env: { RUNNER_TEMP: temporary } }) {
	if (workspace === void 0) return [];
	return temporary ? [workspace, temporary] : [workspace];
}
function addVerdict(change, asking, inputs, readings, now) {
	if (change.step === "refuse" || !asking.isWanted(change, inputs)) return change;
	const question = asking.questionOf(change);
	const reading = readings.get(question.cidr);
	if (!reading) return change;
	const rpki = makeVerdict(question, reading, now);
	const refusal = asking.mayRefuse(change) ? refusalOf(question, rpki, inputs) : void 0;
	return {
		...change,
		...refusal,
		rpki: {
			...rpki,
			warnings: warningsOf(question, rpki, refusal !== void 0)
		},
		evidence: [...change.evidence, ...evidenceOf(question, rpki, sourceText(inputs.source))]
	};
}
function refusalOf(question, rpki, { policy }) {
	if (policy === "report") return void 0;
	const why = verdictText(question, rpki);
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
function verdictText({ cidr, origins }, { state, why }) {
	if (state === "unread") return `RPKI data could not be read: ${why}`;
	return `${cidr} from ${originsText(origins)} is ${state} in RPKI${why === "" ? "" : `: ${why}`}`;
}
function originsText(asns) {
	return (asns.some((asn) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(asn) === "AWS") ? "Amazon's " : "") + asns.map((asn) => `AS${asn}`).join(" and ");
}
function evidenceOf(question, rpki, source) {
	if (rpki.state === "unread") return [{
		grade: "not read",
		text: `${source}: ${rpki.why}`
	}];
	return [
		verdictText(question, rpki),
		...wayBackTexts(question, rpki).map(({ text }) => `way back: ${text}`),
		...rpki.notes
	].map((text) => ({
		grade: "read",
		text: `${source}: ${text}`
	}));
}
function wayBackTexts({ cidr }, { wayBack }) {
	return [...Map.groupBy(wayBack, ({ state }) => state)].map(([state, origins]) => {
		const asns = origins.map(({ asn }) => asn);
		return {
			state,
			isAmazons: asns.some((asn) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ot)(asn) === "AWS"),
			text: `${cidr} from ${originsText(asns)} is ${state}`
		};
	});
}
function warningsOf(question, rpki, isRefused) {
	const blocked = wayBackTexts(question, rpki).filter(({ state }) => state !== "valid");
	return [...rpki.state === "valid" || isRefused ? [] : [verdictText(question, rpki)], ...blocked.map(({ text, isAmazons }) => isAmazons ? `${text} in RPKI: AWS may stop advertising it` : `${text} in RPKI: it cannot go back there`)];
}



})

};
