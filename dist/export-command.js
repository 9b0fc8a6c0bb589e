export const id = 708;
export const ids = [708];
export const modules = {

/***/ 708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportConfig: () => (/* binding */ exportConfig)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938);
/* harmony import */ var _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(663);
/* harmony import */ var _new_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(433);




// src/cli/format-config.ts
var import_dist = (0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.t)();
const header = ` The associations that exist or are pending in AWS. Removing one from this file does
 not remove it from AWS.`;
function formatConfig(regions) {
	const listed = regions.map(({ accountId, region, cidrs }) => ({
		account: accountId,
		region,
		associations: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.L)(cidrs).flatMap((cidr) => listedAssociations(cidrs, cidr).map(({ asn }) => ({
			asn: Number(asn),
			cidr
		})))
	})).filter(({ associations }) => associations.length > 0);
	const document = new import_dist.Document({
		version: 1,
		targets: listed
	});
	document.commentBefore = header;
	const others = regions.flatMap(commentLines);
	if (others.length > 0) document.comment = ` Not listed:\n${others.join("\n")}`;
	(0, import_dist.visit)(document, { Map: (_key, map) => {
		if (map.has("asn")) map.flow = true;
	} });
	return document.toString({ lineWidth: 0 });
}
function countConfig(regions) {
	const counts = regions.flatMap(({ cidrs }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.L)(cidrs).map((cidr) => listedAssociations(cidrs, cidr).length));
	const without = counts.filter((count) => count === 0).length;
	return [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)(counts.reduce((sum, count) => sum + count, 0)), ...without === 0 ? [] : [`${without} ${without === 1 ? "CIDR" : "CIDRs"} without one`]].join(", ");
}
function listedAssociations(cidrs, cidr) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)(cidrs, cidr).filter((association) => isListed(cidr, association));
}
function isListed(cidr, { asn, state }) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pt)(cidr) === void 0 || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.St)(asn) === void 0) return false;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.R)(state) || state === "pending-association";
}
function commentLines({ region, cidrs }) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.L)(cidrs).flatMap((cidr) => {
		const associations = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)(cidrs, cidr);
		return [...associations.length === 0 ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Yt)(` ${region} ${cidr}: no association`)] : [], ...associations.filter((association) => !isListed(cidr, association)).map((association) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Yt)(` ${region} ${cidr} with ${stateText(association)}`))];
	});
}
function stateText({ asn, state, statusMessage }) {
	return `AS${asn}: ${state}${state === "unknown" && statusMessage !== "" ? ` (${statusMessage})` : ""}`;
}
// src/cli/export-command.ts
const timeoutSeconds = 300;
async function exportConfig({ profile, regions, output }, terminal) {
	const context = (0,_exit_code_js__WEBPACK_IMPORTED_MODULE_1__.a)(terminal, {
		profile,
		verbosity: "brief"
	});
	const named = checkRegions(regions, context.env);
	const bounded = {
		...context,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.h)(context.clock, timeoutSeconds)
	};
	const observed = [];
	for (const region of named) observed.push(await read(region, bounded));
	const text = formatConfig(observed);
	if (output === void 0) terminal.out.print(text.trimEnd().split("\n").map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Yt));
	else {
		(0,_new_file_js__WEBPACK_IMPORTED_MODULE_3__.t)(output, terminal.redact(text));
		terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Yt)(`Wrote ${output}: ${countConfig(observed)}.`)]);
	}
	return _exit_code_js__WEBPACK_IMPORTED_MODULE_1__.t.done;
}
function checkRegions(regions, env) {
	const named = regions.length > 0 ? regions : [env.AWS_REGION || env.AWS_DEFAULT_REGION || ""];
	const problems = named.flatMap((text) => {
		const parsed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nt)(text);
		const seen = text === "" ? "" : ` ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(text)}`;
		if (parsed.problem === void 0) return [];
		return `aws-region:${seen} ${parsed.problem}. Example: ${parsed.example}`;
	});
	const proxies = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.J)(env).problems;
	const lines = [...problems, ...proxies];
	if (lines.length > 0) {
		const message = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.V)(problems.length > 0 ? ["aws-region"] : [], proxies);
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zt("invalid-input", message, { lines });
	}
	return [...new Set(named)];
}
async function read(region, context) {
	const connection = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.b)("get AWS credentials", context.connect({
		region,
		role: void 0
	}, context));
	const [accountId, cidrs] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.b)("ask STS which account the credentials belong to", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Et)(connection.callerAccountId, context)), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.b)(`read the BYOIP CIDRs of ${region}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.f)(connection.ec2, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.m)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__._.describeByoipCidrs, context.clock), context), ({ kind }) => kind === "denied" ? { lines: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ft)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.dt)(region)) } : {})]);
	return {
		accountId,
		region,
		cidrs
	};
}



/***/ }),

/***/ 433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ writeNew)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);


// src/cli/new-file.ts
function writeNew(path, text) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, text, { flag: "wx" });
	} catch (error) {
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zt("invalid-input", `Could not write ${JSON.stringify(path)}: ${error}`, { next: "Choose a new file name in an existing folder." });
	}
}



/***/ })

};
