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
var _new_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(433);



// src/cli/format-config.ts
const header = ["The associations that exist or are pending in AWS. Removing one from this file does", "not remove it from AWS."];
const routesHeader = "Routes are comments. The action for routes changes only those that you uncomment.";
function formatConfig(regions) {
	const targets = regions.map(targetLines);
	const { listed = [], commented = [] } = Object.groupBy(targets, ({ associations }) => associations.length > 0 ? "listed" : "commented");
	const onlyRoutes = commented.filter(({ routes }) => routes.length > 0);
	const others = regions.flatMap(otherLines);
	return `${[
		...asComments(header),
		...targets.some(({ routes }) => routes.length > 0) ? asComments([routesHeader]) : [],
		...[
			"",
			"version: 1",
			listed.length + onlyRoutes.length === 0 ? "targets: []" : "targets:"
		],
		...listed.flatMap(({ head, associations, routes }) => [...indent(2, [...head, ...associations]), ...indent(4, asComments(routes))]),
		...onlyRoutes.flatMap(({ head, routes }) => indent(2, asComments([...head, ...indent(2, routes)]))),
		...others.length > 0 ? ["", ...asComments(["Not listed:", ...others])] : []
	].join("\n")}\n`;
}
function asComments(lines) {
	return lines.map((line) => `# ${line}`);
}
function indent(width, lines) {
	return lines.map((line) => " ".repeat(width) + line);
}
function targetLines(region) {
	const associations = entriesOf(region).flatMap(({ cidr, listed }) => listed.map(({ asn }) => `    - { asn: ${asn}, cidr: ${cidrText(cidr)} }`));
	return {
		head: [`- account: ${JSON.stringify(region.accountId)}`, `  region: ${region.region}`],
		associations: associations.length > 0 ? ["  associations:", ...associations] : [],
		routes: routeLines(region.cidrs)
	};
}
function cidrText(cidr) {
	return cidr.includes(":") ? JSON.stringify(cidr) : cidr;
}
function routeLines(cidrs) {
	const advertised = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.et)(cidrs).filter((cidr) => isAdvertised(cidrs, cidr));
	if (advertised.length === 0) return [];
	return ["routes:", ...advertised.map((cidr) => `  - ${routeText(cidr, findOrigin(cidrs, cidr))}`)];
}
function routeText(cidr, origin) {
	return origin === void 0 ? `{ cidr: ${cidrText(cidr)}, origin: } # your ASN or AWS; AWS does not list which` : `{ cidr: ${cidrText(cidr)}, origin: ${origin} }`;
}
function isAdvertised(cidrs, text) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bn)(text) !== void 0 && cidrs.filter(({ cidr }) => cidr === text).every(({ state, advertisementType }) => state === "advertised" && ["", "unicast"].includes(advertisementType));
}
function findOrigin(cidrs, cidr) {
	const [origin, ...others] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$)(cidrs, cidr).filter(({ state }) => state === "advertised").map(({ asn }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(asn));
	return others.length === 0 ? origin : void 0;
}
function countConfig(regions) {
	const counts = regions.flatMap(entriesOf).map(({ listed }) => listed.length);
	const without = counts.filter((count) => count === 0).length;
	return [(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(counts.reduce((sum, count) => sum + count, 0), "association"), ...without === 0 ? [] : [`${(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr)(without, "CIDR")} without one`]].join(", ");
}
function entriesOf({ cidrs }) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.et)(cidrs).map((cidr) => {
		const associations = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$)(cidrs, cidr);
		const { listed = [], others = [] } = Object.groupBy(associations, (association) => isListed(cidr, association) ? "listed" : "others");
		return {
			cidr,
			listed,
			others
		};
	});
}
function isListed(cidr, { asn, state }) {
	if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.bn)(cidr) === void 0 || (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.kn)(asn) === void 0) return false;
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(state) || state === "pending-association";
}
function otherLines(region) {
	return entriesOf(region).flatMap(({ cidr, listed, others }) => listed.length + others.length === 0 ? `${cidr}: no association` : others.map((association) => `${cidr} with ${stateText(association)}`)).map((text) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(`${region.region} ${text}`));
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
	const named = readRegions((name) => name === "aws-region" ? regions.join() : "", context.env).regions;
	const bounded = {
		...context,
		deadline: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt)(context.clock, timeoutSeconds)
	};
	const observed = [];
	for (const region of new Set(named)) observed.push(await read(region, bounded));
	const text = formatConfig(observed);
	if (output === void 0) terminal.out.print(text.trimEnd().split("\n").map(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar));
	else {
		(0,_new_file_js__WEBPACK_IMPORTED_MODULE_2__.t)(output, terminal.redact(text));
		terminal.err.print([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ar)(`Wrote ${output}: ${countConfig(observed)}.`)]);
	}
	return _exit_code_js__WEBPACK_IMPORTED_MODULE_1__.t.done;
}
const readRegions = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.P)(({ check, env }) => ({ regions: check("aws-region", (text) => text === "" ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.nn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.an)(text, env), (region) => [region]) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__["in"])(text, _every_run_js__WEBPACK_IMPORTED_MODULE_0__.un)) }));
async function read(region, context) {
	const connection = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)("get AWS credentials", context.connect({
		region,
		role: void 0
	}, context));
	const [accountId, cidrs] = await Promise.all([(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)("ask STS which account the credentials belong to", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Rn)(connection.callerAccountId, context)), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)(`read the BYOIP CIDRs of ${region}`, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tt)(connection.ec2, (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.st.describeByoipCidrs, context), context), (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ut)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(region)))]);
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
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("invalid-input", `Could not write ${JSON.stringify(path)}: ${error}`, { next: "Choose a new file name in an existing folder." });
	}
}



})

};
