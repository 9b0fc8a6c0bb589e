export const id = 481;
export const ids = [481];
export const modules = {

481:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  askContainerEndpoint: () => (askContainerEndpoint)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

// src/aws/credentials/container-endpoint.ts
const timeoutSeconds = 3;
const longestText = 500;
async function askContainerEndpoint(endpoint, token, context) {
	const deadline = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.K)(context.clock, Math.min(timeoutSeconds, context.deadline.remaining() / 1e3));
	const headers = token === "" ? {} : { authorization: token };
	const request = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__["in"])(new URL(endpoint), { headers });
	try {
		const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jn)((abortSignal) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Pn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.rn)().handle(request, { abortSignal })), {
			...context,
			deadline
		});
		return refusal(response.statusCode, response.text);
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn) return error;
		throw error;
	}
}
function refusal(httpStatus, body) {
	const said = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(body);
	const read = (name) => {
		const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(said, name);
		return typeof value === "string" ? value : "";
	};
	const code = read("Code") || read("code") || `HTTP ${httpStatus}`;
	const message = httpStatus === 200 ? "" : read("Message") || read("message") || body.trim();
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn({
		kind: kindOfRefusal(code, httpStatus),
		code: httpStatus === 200 ? "Unreadable" : code,
		message: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.or)(message, longestText) || "the endpoint gave no credentials that can be used",
		httpStatus
	});
}
function kindOfRefusal(code, httpStatus) {
	const known = Object.hasOwn(_every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr, code) ? _every_run_js__WEBPACK_IMPORTED_MODULE_0__.tr[code] : void 0;
	if (known) return known.kind;
	return httpStatus === 401 || httpStatus === 403 ? "denied" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(httpStatus);
}



})

};
