export const id = 708;
export const ids = [708];
export const modules = {

708:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  exportConfig: () => (exportConfig)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938);
var _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(663);
var _new_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(433);




// src/cli/format-config.ts
const header = ` The associations that exist or are pending in AWS. Removing one from this file does
 not remove it from AWS.`;
const routesHeader = `
 Routes are comments. The action for routes changes only those that you uncomment.`;
function formatConfig(regions) {
	const exported = regions.map(exportRegion);
	const listed = exported.filter(({ associations }) => associations.length > 0);
	const unlisted = exported.filter(({ associations, routes }) => associations.length === 0 && routes.length > 0);
	const targets = listed.map(({ routes, ...target }) => target);
	const document = new _yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.a({
		version: 1,
		targets: targets.length === 0 && unlisted.length > 0 ? null : targets
	});
	document.commentBefore = exported.some(({ routes }) => routes.length > 0) ? header + routesHeader : header;
	for (const [index, { routes }] of listed.entries()) addComment(document, ["targets", index], routes);
	addComment(document, ["targets"], unlisted.flatMap(targetLines));
	const others = regions.flatMap(commentLines);
	if (others.length > 0) document.comment = ` Not listed:\n${others.join("\n")}`;
	(0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.s)(document, { Map: (_key, map) => {
		if (map.has("asn")) map.flow = true;
	} });
	return document.toString({
		lineWidth: 0,
		nullStr: ""
	});
}
function exportRegion({ accountId, region, cidrs }) {
	return {
		account: accountId,
		region,
		associations: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(cidrs).flatMap((cidr) => listedAssociations(cidrs, cidr).map(({ asn }) => ({
			asn: Number(asn),
			cidr
		}))),
		routes: routeLines(cidrs)
	};
}
function routeLines(cidrs) {
	const advertised = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(cidrs).filter((cidr) => isAdvertised(cidrs, cidr));
	if (advertised.length === 0) return [];
	return ["routes:", ...advertised.map((cidr) => `  - ${routeText(cidr, findOrigin(cidrs, cidr))}`)];
}
function isAdvertised(cidrs, text) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._n)(text) !== void 0 && cidrs.filter(({ cidr }) => cidr === text).every(({ state, advertisementType: type }) => state === "advertised" && (type === "" || type === "unicast"));
}
function findOrigin(cidrs, cidr) {
	const [origin, ...others] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.N)(cidrs, cidr).filter(({ state }) => state === "advertised").map(({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.En)(asn));
	return others.length === 0 ? origin : void 0;
}
function routeText(cidr, origin) {
	const text = cidr.includes(":") ? JSON.stringify(cidr) : cidr;
	return origin === void 0 ? `{ cidr: ${text}, origin: } # your ASN or AWS; AWS does not list which` : `{ cidr: ${text}, origin: ${origin} }`;
}
function targetLines({ account, region, routes }) {
	return [`- account: "${account}"`, ...[`region: ${region}`, ...routes].map((line) => `  ${line}`)];
}
function addComment(document, path, lines) {
	const node = document.getIn(path, true);
	if ((0,_yaml_dependencies_js__WEBPACK_IMPORTED_MODULE_2__.u)(node) && lines.length > 0) node.comment = lines.map((line) => ` ${line}`).join("\n");
}
function countConfig(regions) {
	const counts = regions.flatMap(({ cidrs }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(cidrs).map((cidr) => listedAssociations(cidrs, cidr).length));
	const without = counts.filter((count) => count === 0).length;
	return [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Nt)(counts.reduce((sum, count) => sum + count, 0)), ...without === 0 ? [] : [`${without} ${without === 1 ? "CIDR" : "CIDRs"} without one`]].join(", ");
}
function listedAssociations(cidrs, cidr) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.N)(cidrs, cidr).filter((association) => isListed(cidr, association));
}
function isListed(cidr, { asn, state }) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._n)(cidr) === void 0 || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.En)(asn) === void 0) return false;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(state) || state === "pending-association";
}
function commentLines({ region, cidrs }) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(cidrs).flatMap((cidr) => {
		const associations = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.N)(cidrs, cidr);
		return [...associations.length === 0 ? [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(` ${region} ${cidr}: no association`)] : [], ...associations.filter((association) => !isListed(cidr, association)).map((association) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(` ${region} ${cidr} with ${stateText(association)}`))];
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
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.K)(context.clock, timeoutSeconds)
	};
	const observed = [];
	for (const region of named) observed.push(await read(region, bounded));
	const text = formatConfig(observed);
	if (output === void 0) terminal.out.print(text.trimEnd().split("\n").map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar));
	else {
		(0,_new_file_js__WEBPACK_IMPORTED_MODULE_3__.t)(output, terminal.redact(text));
		terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(`Wrote ${output}: ${countConfig(observed)}.`)]);
	}
	return _exit_code_js__WEBPACK_IMPORTED_MODULE_1__.t.done;
}
function checkRegions(regions, env) {
	const named = regions.length > 0 ? regions : [env.AWS_REGION || env.AWS_DEFAULT_REGION || ""];
	const problems = named.flatMap((text) => {
		const parsed = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tn)(text);
		const seen = text === "" ? "" : ` ${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(text)}`;
		if (parsed.problem === void 0) return [];
		return `aws-region:${seen} ${parsed.problem}. Example: ${parsed.example}`;
	});
	const proxies = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Vt)(env).problems;
	const lines = [...problems, ...proxies];
	if (lines.length > 0) {
		const message = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(problems.length > 0 ? ["aws-region"] : [], proxies);
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("invalid-input", message, { lines });
	}
	return [...new Set(named)];
}
async function read(region, context) {
	const connection = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)("get AWS credentials", context.connect({
		region,
		role: void 0
	}, context));
	const [accountId, cidrs] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)("ask STS which account the credentials belong to", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.An)(connection.callerAccountId, context)), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)(`read the BYOIP CIDRs of ${region}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.z)(connection.ec2, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.V)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.H.describeByoipCidrs, context.clock), context), ({ kind }) => kind === "denied" ? { lines: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ln)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.sn)(region)) } : {})]);
	return {
		accountId,
		region,
		cidrs
	};
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
