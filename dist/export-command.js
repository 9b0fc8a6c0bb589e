export const id = 708;
export const ids = [708];
export const modules = {

/***/ 708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportConfig: () => (/* binding */ exportConfig)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203);
/* harmony import */ var _config_dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24);




// src/cli/format-config.ts
var import_dist = (0,_config_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.D)();
const header = ` Written from what AWS shows. Associations that are being made or are made are listed;
 leaving one out of this file never removes it.`;
function formatConfig(shown) {
	const listed = shown.map(({ accountId, region, cidrs }) => ({
		account: accountId,
		region,
		associations: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)(cidrs).flatMap((cidr) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(cidrs, cidr).filter((association) => isWanted(cidr, association)).map(({ asn }) => ({
			asn: Number(asn),
			cidr
		})))
	})).filter(({ associations }) => associations.length > 0);
	const document = new import_dist.Document({
		version: 1,
		targets: listed
	});
	document.commentBefore = header;
	const left = shown.flatMap(leftOut);
	if (left.length > 0) document.comment = ` Not listed:\n${left.join("\n")}`;
	for (const target of seqItems(document.get("targets"))) for (const pair of seqItems((0, import_dist.isMap)(target) ? target.get("associations") : void 0)) if ((0, import_dist.isMap)(pair)) pair.flow = true;
	return document.toString({ lineWidth: 0 });
}
function isWanted(cidr, { asn, state }) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Y)(cidr) === void 0 || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(asn) === void 0) return false;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.A)(state) || state === "pending-association";
}
function leftOut({ region, cidrs }) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.k)(cidrs).flatMap((cidr) => {
		const associations = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.O)(cidrs, cidr);
		return [...associations.length === 0 ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(` ${region} ${cidr}: no association`)] : [], ...associations.filter((association) => !isWanted(cidr, association)).map((association) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt)(` ${region} ${cidr} with ${stateText(association)}`))];
	});
}
function stateText({ asn, state, statusMessage }) {
	return `AS${asn}: ${state}${state === "unknown" && statusMessage !== "" ? ` (${statusMessage})` : ""}`;
}
function seqItems(node) {
	return (0, import_dist.isSeq)(node) ? node.items : [];
}
// src/cli/export-command.ts
const patienceSeconds = 300;
async function exportConfig({ profile, regions, output }, screen) {
	const world = (0,_main_js__WEBPACK_IMPORTED_MODULE_1__.n)(screen, {
		profile,
		talk: "brief"
	});
	const named = checkRegions(regions, world.env);
	const bounded = {
		...world,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.s)(world.clock, patienceSeconds)
	};
	const shown = [];
	for (const region of named) shown.push(await read(region, bounded));
	const text = formatConfig(shown);
	if (output === void 0) screen.out.print(text.trimEnd().split("\n").map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt));
	else writeNew(output, screen.redact(text));
	return _main_js__WEBPACK_IMPORTED_MODULE_1__.t.done;
}
function checkRegions(regions, env) {
	const named = regions.length > 0 ? regions : [env.AWS_REGION || env.AWS_DEFAULT_REGION || ""];
	const problems = named.flatMap((text) => {
		const { problem, example } = {
			example: "",
			...(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.B)(text)
		};
		const seen = text === "" ? "" : ` ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tt)(text)}`;
		return problem === void 0 ? [] : [`aws-region:${seen} ${problem}. Example: ${example}`];
	});
	const proxies = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.I)(env).problems;
	const lines = [...problems, ...proxies];
	if (lines.length > 0) {
		const message = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.F)(problems.length > 0 ? ["aws-region"] : [], proxies);
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.St("invalid-input", message, { lines });
	}
	return [...new Set(named)];
}
async function read(region, world) {
	const connection = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)("get AWS credentials", world.connect({
		region,
		role: void 0
	}, world));
	const [accountId, cidrs] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)("ask STS which account the credentials belong to", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(connection.callerAccountId, world)), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)(`read the BYOIP CIDRs of ${region}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.a)(connection.ec2, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.o)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.c.describeByoipCidrs, world.clock), world), ({ kind }) => kind === "denied" ? { lines: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.u)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.l)(region)) } : {})]);
	return {
		accountId,
		region,
		cidrs
	};
}
function writeNew(path, text) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_3__.writeFileSync)(path, text, { flag: "wx" });
	} catch (error) {
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.St("invalid-input", `Could not write ${JSON.stringify(path)}: ${error}`, { next: "Name a file that is not there yet, in a folder that is." });
	}
}



/***/ })

};
