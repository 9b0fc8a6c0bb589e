export const id = 407;
export const ids = [407];
export const modules = {

407:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  a: () => (observe_origins_exports),
  c: () => (askCollectors),
  d: () => (listOrigins),
  f: () => (peersWithoutOrigin),
  h: () => (unknownPartition),
  i: () => (observeOrigins),
  l: () => (countByOrigin),
  m: () => (unclearTexts),
  n: () => (add_verdicts_exports),
  o: () => (readDiscoveredRoutes),
  p: () => (unclearPeersThroughAws),
  r: () => (renewVerdict),
  s: () => (decideOrigin),
  t: () => (addVerdicts),
  u: () => (elsewhereText)
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
	const asn = readAsn$1((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "asn"));
	const prefix = readPrefix((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "prefix"));
	const most = readNumber((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "maxLength"));
	const expires = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "expires");
	const length = prefix && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(prefix);
	const maxLength = most ?? length;
	if (asn === void 0 || prefix === void 0 || length === void 0 || maxLength === void 0 || !(maxLength >= length && maxLength <= _every_run_js__WEBPACK_IMPORTED_MODULE_2__.Cn[prefix.family]) || !(expires === void 0 || typeof expires === "number")) throw new SourceError(`a VRP cannot be read: ${quoteJson(row)}`);
	return {
		asn,
		prefix,
		maxLength,
		expires
	};
}
function readAsn$1(asn) {
	if (typeof asn === "number") return Number.isInteger(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kn)(`${asn}`) : void 0;
	return typeof asn === "string" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kn)(asn) : void 0;
}
function readPrefix(prefix) {
	return typeof prefix === "string" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Dn)(prefix) : void 0;
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
	const rows = Array.isArray(document) ? document : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(document, "roas");
	if (!Array.isArray(rows)) throw new SourceError("it has no list of VRPs (roas)");
	const made = readTime((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(document, "metadata"));
	if (made !== void 0) checkAge(made, maxAgeHours, now);
	return rows;
}
function readTime(metadata) {
	const text = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(metadata, "generatedTime") ?? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(metadata, "buildtime");
	const seconds = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(metadata, "generated");
	if (text === void 0 && seconds === void 0) return void 0;
	const time = typeof text === "string" ? Date.parse(text) : typeof seconds === "number" || typeof seconds === "string" ? Number(seconds) * 1e3 : NaN;
	if (!Number.isNaN(time)) return time;
	throw new SourceError(`its time cannot be read: ${quoteJson(text ?? seconds)}`);
}
function checkAge(made, maxAgeHours, now) {
	const hours = (now - made) / hourMs$1;
	if (hours <= maxAgeHours) return;
	throw new SourceError(`it is stale: ${Math.floor(hours)} hours old, and the limit is ${maxAgeHours} (rpki-max-age); renew the file or the source`);
}
// src/rpki/request-json.ts
function kindOf(httpStatus) {
	if (httpStatus === 429) return "ambiguous";
	return httpStatus < 300 ? "rejected" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Xn)(httpStatus);
}
const headers = {
	accept: "application/json",
	"user-agent": "associate-ipam-byoasn"
};
const limits = {
	requestSeconds: 5,
	maxAttempts: 3
};
const longestResponse$1 = 1048576;
async function requestJson(url, context, maxLength = longestResponse$1) {
	const log = { line: (text) => context.log.line(`${url.host}: ${text}`) };
	const send = (signal) => requestOnce(url, maxLength, context.transport, signal);
	try {
		return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Rn)(send, {
			...context,
			...limits,
			log
		});
	} catch (error) {
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_2__.qn)) throw error;
		throw new SourceError(`${url.host}: ${error.message}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Yn)(error));
	}
}
async function requestOnce(url, maxLength, transport, abortSignal) {
	const { response } = await transport.handle((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.pn)(url, { headers }), { abortSignal });
	const { statusCode: httpStatus, text } = response;
	if (httpStatus !== 200) {
		const kind = kindOf(httpStatus);
		const message = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Qn)(response);
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_2__.qn({
			kind,
			code: `HTTP ${httpStatus}`,
			message,
			httpStatus
		});
	}
	const document = text.length <= maxLength ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Wn)(text) : void 0;
	if (document === void 0) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Zn)("the response is too long or not JSON");
	return document;
}
// src/domain/rpki.ts
function validateRoute(route, vrps) {
	const covering = coveringVrps(route, vrps);
	if (covering.length === 0) return "not-found";
	return matchingVrps(route, covering).length > 0 ? "valid" : "invalid";
}
function coveringVrps({ prefix }, vrps) {
	return vrps.filter((vrp) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.wn)(vrp.prefix, prefix));
}
function matchingVrps(route, vrps) {
	const { asn, prefix } = route;
	const length = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(prefix);
	return coveringVrps(route, vrps).filter((vrp) => vrp.asn === asn && asn !== "0" && length <= vrp.maxLength);
}
const maxListed$2 = 5;
function explainRoute(route, vrps) {
	const state = validateRoute(route, vrps);
	if (state === "valid") return "";
	const { asn, prefix } = route;
	const fix = `create a ROA for ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.On)(prefix)} with AS${asn}`;
	if (state === "not-found") return `no VRP covers it; ${fix}`;
	const covering = coveringVrps(route, vrps);
	const own = covering.filter((vrp) => vrp.asn === asn);
	if (own.length > 0) return `the VRPs of AS${asn} allow prefixes up to /${Math.max(...own.map(({ maxLength }) => maxLength))} only; ${fix}`;
	const others = [...new Set(covering.map((vrp) => vrp.asn))].filter((other) => other !== "0");
	if (others.length === 0) return `only AS0 has VRPs for it, which forbid every origin; ${fix}`;
	const names = others.map((other) => `AS${other}`);
	return `only ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.nr)(names, maxListed$2)} may originate it; ${fix}`;
}
// src/rpki/ripestat.ts
const states = new Map([
	["valid", "valid"],
	["invalid", "invalid"],
	["invalid_asn", "invalid"],
	["invalid_length", "invalid"],
	["unknown", "not-found"]
]);
async function askRipestat(cidr, asn, context) {
	const url = new URL("https://stat.ripe.net/data/rpki-validation/data.json");
	url.searchParams.set("resource", asn);
	url.searchParams.set("prefix", cidr);
	url.searchParams.set("sourceapp", "associate-ipam-byoasn");
	return readRipestat(await requestJson(url, context), cidr, asn);
}
function readRipestat(response, cidr, asn) {
	const data = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(response, "data");
	const rows = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(data, "validating_roas");
	const state = states.get((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Kn)(data, "status") ?? "");
	const prefix = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Dn)(cidr);
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(response, "status") !== "ok" || !Array.isArray(rows) || !state || !prefix) throw new SourceError(`RIPEstat's response cannot be read: ${quoteJson(response)}`);
	const vrps = rows.map((row) => readVrp({
		asn: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "origin"),
		prefix: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "prefix"),
		maxLength: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(row, "max_length")
	}));
	if (validateRoute({
		prefix,
		asn
	}, vrps) === state) return vrps;
	throw new SourceError(`RIPEstat's response contradicts itself: ${quoteJson(response)}`);
}
// src/rpki/vrp-file.ts
const largestBytes = 134217728;
const advice = "keep only VRPs that cover your CIDRs (routinator vrps --select-prefix)";
function readVrpText(path, folders) {
	const [start = process.cwd()] = folders;
	const real = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__._)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(start, path));
	if (real === void 0) throw new SourceError("the file does not exist");
	const isAllowed = folders.some((folder) => !(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.g)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__._)(folder) ?? folder, real));
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
	const document = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Wn)(text);
	if (document === void 0) throw new SourceError("the file is not JSON");
	const groups = new Set(prefixes.map(groupOf));
	return readRows(document, maxAgeHours, now).filter((row) => mayCover(row, groups)).map(readVrp).filter(({ prefix }) => prefixes.some((wanted) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Tn)(prefix, wanted)));
}
const groupBits = {
	4: 8,
	6: 16
};
function groupOf({ family, first }) {
	const group = Number(first >> BigInt(_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Cn[family] - groupBits[family]));
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
async function readSource(all, { source, maxAgeHours }, context) {
	switch (source.form) {
		case "ripestat": return askForEach(all, async ({ cidr, asn }) => ({ vrps: await askRipestat(cidr, asn, context) }));
		case "routinator": return askForEach(all, async ({ cidr }) => ({ vrps: await askRoutinator(cidr, source.url, maxAgeHours, context) }));
		case "file": {
			const prefixes = all.map(({ cidr }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Sn)(cidr));
			const now = context.clock.wallTime();
			const read = async () => {
				return { vrps: readVrpFile(readVrpText(source.path, foldersOf(context)), prefixes, maxAgeHours, now) };
			};
			const reading = await read().catch(toUnread);
			return new Map(all.map(({ cidr }) => [cidr, reading]));
		}
	}
}
function foldersOf({ workspace, env: { RUNNER_TEMP: temporary } }) {
	if (workspace === void 0) return [];
	return temporary ? [workspace, temporary] : [workspace];
}
async function askForEach(items, ask) {
	const answers = new Map();
	let outage;
	const byCidr = new Map(items.map((item) => [item.cidr, item]));
	await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__._t)([...byCidr.values()], maxRequests, async (item) => {
		const answer = outage ?? await ask(item).catch(toUnread);
		if ("isTemporary" in answer && answer.isTemporary) outage = answer;
		answers.set(item.cidr, answer);
	});
	return answers;
}
async function askRoutinator(cidr, base, maxAgeHours, context) {
	const url = new URL(`${base.replace(/\/+$/, "")}/json`);
	url.searchParams.set("select-prefix", cidr);
	return readRows(await requestJson(url, context), maxAgeHours, context.clock.wallTime()).map(readVrp);
}
function toUnread(error) {
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
const longestResponse = 8388608;
const unknownPartition = "not asked: the ASNs of AWS in this partition are not documented";
async function askCollectors(cidr, context) {
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
	return readLookingGlass(await requestJson(url, context, longestResponse), cidr);
}
function readLookingGlass(response, cidr) {
	const collectors = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(response, "data"), "rrcs");
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(response, "status") !== "ok" || !Array.isArray(collectors)) throw unreadable(response);
	const paths = collectors.flatMap(peersOf).filter(({ prefix }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.bn)(prefix) === cidr).map(({ path }) => readPath(path));
	const elsewhere = paths.filter((path) => path.origin === void 0 && path.isElsewhere).length;
	return {
		peers: paths.length,
		origins: countOrigins(paths),
		...elsewhere === 0 ? {} : { elsewhere }
	};
}
function peersOf(collector) {
	const peers = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(collector, "peers");
	if (!Array.isArray(peers)) throw unreadable(collector);
	return peers.map((peer) => {
		const [prefix, path] = [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(peer, "prefix"), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Gn)(peer, "as_path")];
		if (typeof prefix !== "string" || typeof path !== "string") throw unreadable(peer);
		return {
			prefix,
			path
		};
	});
}
function unreadable(value) {
	return new SourceError(`RIPEstat's response cannot be read: ${quoteJson(value)}`);
}
function readPath(path) {
	const origin = readAsn(path.trim().split(/\s+/).at(-1) ?? "");
	const asns = (path.match(/[^\s{},()]+/g) ?? []).map(readAsn);
	return {
		origin,
		isElsewhere: asns.length > 0 && asns.every((asn) => asn !== void 0 && (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(asn) !== "AWS")
	};
}
function readAsn(text) {
	return /^[0-9]+$/.test(text) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kn)(text) : void 0;
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
	return [...Map.groupBy(origins, ({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(asn))].map(([origin, those]) => [origin, those.reduce((sum, each) => sum + peersThroughAws(each), 0)]);
}
function peersWithoutOrigin({ peers, origins }) {
	return origins.reduce((left, origin) => left - origin.peers, peers);
}
function unclearPeersThroughAws(seen) {
	return peersWithoutOrigin(seen) - (seen.elsewhere ?? 0);
}
function unclearTexts(peers) {
	return peers === 0 ? [] : [`from no single origin by ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.tr)(peers, "peer")}`];
}
function seenText(seen) {
	const through = [...listOrigins(seen.origins, peersThroughAws), ...unclearTexts(unclearPeersThroughAws(seen))];
	const other = elsewhereText(seen);
	if (through.length === 0) return other === "" ? "seen by no peer" : `not seen from AWS${other}`;
	return `seen ${through.join(", ")}${other}`;
}
function elsewhereText({ origins, elsewhere: unclear = 0 }) {
	const others = [...listOrigins(origins, ({ elsewhere = 0 }) => elsewhere), ...unclearTexts(unclear)];
	return others.length === 0 ? "" : `; another route: ${others.join(", ")}`;
}
const maxListed$1 = 5;
function listOrigins(origins, count) {
	const texts = origins.filter((origin) => count(origin) > 0).map((origin) => `from AS${origin.asn} by ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.tr)(count(origin), "peer")}`);
	const more = texts.length - maxListed$1;
	return more > 0 ? [...texts.slice(0, maxListed$1), `from ${more} more`] : texts;
}
// src/routes/decide-origin.ts
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
	const [advertised = "no", ...others] = new Set(states.map(isAdvertised$1));
	const text = `DescribeByoipCidrs: ${cidr} is ${states.join(", ") || "not listed"}`;
	const isClear = others.length === 0;
	if (!isClear || advertised !== "yes") return {
		source: "state",
		origins: isClear && advertised === "no" ? ["none"] : [],
		evidence: {
			grade: "read",
			text
		}
	};
	const advertisedAsns = entries.flatMap((entry) => entry.associations).filter(({ state }) => state === "advertised").map(({ asn }) => asn);
	const asns = [...new Set(advertisedAsns)];
	const evidence = {
		grade: "read",
		text: `${text}${asns.length === 0 ? "; no association shows the origin" : ` from ${asnsText(asns)}`}`
	};
	return {
		source: "association",
		origins: originsOf(asns),
		evidence
	};
}
function isAdvertised$1(state) {
	switch ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.O)(state)) {
		case "advertised": return "yes";
		case "advertising":
		case "withdrawing":
		case "unknown": return "unknown";
		case "provisioned":
		case "never advertised":
		case "not ready": return "no";
	}
}
function originsOf(asns) {
	return [...new Set(asns.map((asn) => isReadable(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(asn) : "unknown"))];
}
function isReadable(asn) {
	return asn === "AWS" || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kn)(asn) !== void 0;
}
const hourMs = 36e5;
const maxAgeHours = 24;
const maxListed = 5;
function readIpam(cidr, { source, routes, unread }, now) {
	const found = routes.filter((route) => route.cidr === cidr);
	const usable = found.filter((route) => isUsable(route, now));
	const texts = found.slice(0, maxListed).map((route) => routeText(route, now));
	const foundText = found.length === 0 ? `${cidr} is not listed` : `${cidr} ${texts.join(", ")}`;
	const isRead = unread === void 0 && (found.length === 0 || usable.length > 0);
	return {
		source: "ipam",
		origins: originsOf(usable.map(({ asn }) => asn)),
		isOld: usable.every(({ sampledAt = 0 }) => now - sampledAt > _every_run_js__WEBPACK_IMPORTED_MODULE_2__.G),
		evidence: {
			grade: isRead ? "read" : "not read",
			text: `${source}: ${unread ?? foundText}`
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
	const text = "RIPE's route collectors";
	if (seen.unread !== void 0) return {
		source: "collectors",
		origins: [],
		evidence: {
			grade: "not read",
			text: `${text}: ${seen.unread}`
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
			text: `${text}: ${cidr} is now ${seenText(seen)}${limit}`
		}
	};
}
function asnsText(asns) {
	return asns.map((asn) => isReadable(asn) ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.zt)(asn) : JSON.stringify(asn)).slice(0, maxListed).join(", ");
}
// src/aws/origin-calls.ts
const largestPage = 1e3;
async function describeIpamResourceDiscoveries(client, NextToken, abortSignal) {
	const command = new DescribeIpamResourceDiscoveriesCommand({
		MaxResults: largestPage,
		NextToken
	});
	const response = await client.send(command, { abortSignal });
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.hn)("ipamResourceDiscoverySet", response.IpamResourceDiscoveries, response.NextToken);
}
async function getIpamDiscoveredRoutes(client, discovery, NextToken, abortSignal) {
	const command = new GetIpamDiscoveredRoutesCommand({
		IpamResourceDiscoveryId: discovery.id,
		ResourceRegion: discovery.region,
		MaxResults: largestPage,
		NextToken
	});
	const response = await client.send(command, { abortSignal });
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.hn)("ipamDiscoveredRouteSet", response.IpamDiscoveredRoutes, response.NextToken);
}
// src/routes/discovered-routes.ts
async function readDiscoveredRoutes({ target: { region }, connection, observed: { ipamRegion } }, context) {
	const source = `GetIpamDiscoveredRoutes${ipamRegion === void 0 ? "" : ` in ${ipamRegion}`}`;
	const { renew, clients } = connection;
	const client = clients.ipamClient;
	const readAll = async (bounded) => {
		const discoveries = await findDiscoveries(client, bounded);
		if (discoveries.length === 0) return { unread: noDiscovery };
		return { routes: (await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.vt)(discoveries, 1, (discovery) => readRoutes(client, discovery, region, bounded))).flat() };
	};
	return {
		source,
		routes: [],
		...await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.rt)(readAll, {
			...context,
			renew
		})
	};
}
const noDiscovery = "the account has no resource discovery of IPAM there";
async function findDiscoveries(client, context) {
	const all = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bn)((nextToken, signal) => describeIpamResourceDiscoveries(client, nextToken, signal), context);
	const own = all.filter(({ IsDefault }) => IsDefault);
	return own.length > 0 ? own : all;
}
async function readRoutes(client, { IpamResourceDiscoveryId: id = "", OwnerId: owner, IsDefault }, region, context) {
	const found = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Bn)((nextToken, signal) => getIpamDiscoveredRoutes(client, {
		id,
		region
	}, nextToken, signal), context);
	const discovery = IsDefault ? void 0 : `${id} of account ${owner ?? "not known"}`;
	return found.map(({ Cidr, Asn, State, SampleTime }) => ({
		cidr: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.vn)(Cidr),
		asn: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__._n)(Asn),
		state: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.yn)(State),
		sampledAt: SampleTime?.getTime(),
		discovery
	}));
}
// src/routes/observe-origins.ts
var observe_origins_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ observeOrigins: () => observeOrigins });
async function observeOrigins(queries, concurrency, context) {
	const [discovered, seen] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.vt)(queries, concurrency, (query) => askIpam(query, context)), askCollectorsAboutAll(queries, context)]);
	const now = context.clock.wallTime();
	return new Map(queries.flatMap(({ cidrs }, index) => [...Map.groupBy(cidrs, ({ cidr }) => cidr)].map(([cidr, entries]) => {
		return [cidr, decideOrigin(cidr, entries, {
			ipam: isAdvertised(entries) ? discovered[index] : void 0,
			seen: seen.get(cidr)
		}, now)];
	})));
}
async function askIpam({ connected, cidrs, ask }, context) {
	if (ask === "listing" || !isAdvertised(cidrs)) return void 0;
	return readDiscoveredRoutes(connected, context);
}
function isAdvertised(entries) {
	return entries.some(({ state }) => state === "advertised");
}
async function askCollectorsAboutAll(queries, context) {
	return askForEach(queries.filter(({ ask }) => ask === "all").flatMap(({ cidrs, connected: { target } }) => cidrs.map(({ cidr }) => ({
		cidr,
		region: target.region
	}))), async ({ cidr, region }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(region).length === 0 ? { unread: unknownPartition } : readCollectors(cidr, context));
}
// src/rpki/make-verdict.ts
const week = 604800;
function questionOf({ asn, cidr }, region) {
	return {
		cidr,
		origins: [asn],
		wayBack: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(region)
	};
}
function makeVerdict({ cidr, origins, wayBack }, reading, now) {
	if (reading.unread !== void 0) return unreadVerdict(reading.unread);
	if (origins.length === 0) return unreadVerdict("AWS documents no ASNs of Amazon's for this partition");
	const prefix = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Sn)(cidr);
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
function unreadVerdict(why) {
	return {
		state: "unread",
		why,
		wayBack: [],
		notes: [],
		roas: []
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
	const name = `${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.On)(route.prefix)} from AS${route.asn}`;
	const end = Math.max(...matching.map(({ expires = Number.POSITIVE_INFINITY }) => expires));
	const longest = Math.max(...matching.map(({ maxLength }) => maxLength));
	return [...end - now <= week ? [`${name} is valid until ${dateText(end)}, unless renewed`] : [], ...longest > (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.En)(route.prefix) ? [`AS${route.asn} may also originate prefixes in ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.On)(route.prefix)} up to /${longest}`] : []];
}
function dateText(seconds) {
	return `${new Date(seconds * 1e3).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/rpki/add-verdicts.ts
var add_verdicts_exports = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)({ addVerdicts: () => addVerdicts });
async function addVerdicts(plan, inputs, context) {
	const questions = plan.changes.flatMap((change) => questionAbout(change, inputs) ?? []);
	if (questions.length === 0) return plan;
	const readings = await readSource(questions.map(({ cidr, origins: [asn = "0"] }) => ({
		cidr,
		asn
	})), inputs, context);
	const count = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.tr)(readings.size, "CIDR");
	context.log.line(`RPKI data from ${sourceText(inputs.source)} for ${count}`);
	const now = context.clock.wallTime() / 1e3;
	const changes = plan.changes.map((change) => addVerdict(change, inputs, readings, now));
	return {
		...plan,
		changes
	};
}
async function renewVerdict(change, inputs, context) {
	if (!inputs) return change;
	const { changes } = await addVerdicts({
		changes: [change],
		unmanaged: [],
		unmanagedCidrs: void 0,
		digest: void 0
	}, inputs, context);
	return changes[0] ?? change;
}
function questionAbout(change, { source }) {
	const { region } = change.target;
	if (change.route) {
		const { route, originBefore } = change;
		if (!refusable.has(change.step)) return void 0;
		return {
			cidr: route.cidr,
			origins: route.origin === "AWS" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(region) : [route.origin],
			wayBack: wayBackOf(route.origin, originBefore.origin, region)
		};
	}
	const { step, association } = change;
	const isOnlyReported = !association.remove && source.form !== "ripestat";
	if (step === "refuse" || !(step === "associate" || isOnlyReported)) return void 0;
	return questionOf(association, region);
}
const refusable = new Set([
	"associate",
	"advertise",
	"swap"
]);
function wayBackOf(to, from, region) {
	const before = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.kn)(from) === void 0 ? [] : [from];
	return to === "AWS" ? before : [...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(region), ...before];
}
function addVerdict(change, inputs, readings, now) {
	const question = questionAbout(change, inputs);
	const reading = question && readings.get(question.cidr);
	if (!reading) return change;
	const rpki = makeVerdict(question, reading, now);
	const refusal = refusable.has(change.step) ? refusalOf(question, rpki, inputs) : void 0;
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
	const { state } = rpki;
	if (policy === "report" || state === "valid") return void 0;
	if (policy === "refuse-invalid" && state === "not-found") return void 0;
	const refusal = state === "unread" ? "rpki-unreadable" : "rpki-not-valid";
	return {
		step: "refuse",
		why: verdictText(question, rpki),
		refusal
	};
}
function verdictText({ cidr, origins }, { state, why }) {
	if (state === "unread") return `RPKI data could not be read: ${why}`;
	return `${cidr} from ${originsText(origins)} is ${state} in RPKI${why === "" ? "" : `: ${why}`}`;
}
function originsText(asns) {
	return (asns.some((asn) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(asn) === "AWS") ? "Amazon's " : "") + asns.map((asn) => `AS${asn}`).join(" and ");
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
			isAmazons: asns.some((asn) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(asn) === "AWS"),
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
