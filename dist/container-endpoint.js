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
const longestText = 500;
async function askContainerEndpoint(endpoint, token, context) {
	const headers = token === "" ? {} : { authorization: token };
	const request = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pn)(new URL(endpoint), { headers });
	try {
		const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zn)((abortSignal) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.fn)().handle(request, { abortSignal }), {
			...context,
			requestSeconds: 3
		});
		return refusal(response.statusCode, response.text);
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn) return error;
		throw error;
	}
}
function refusal(httpStatus, body) {
	const json = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wn)(body);
	const read = (name) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(json, name) ?? "";
	const code = read("Code") || read("code") || `HTTP ${httpStatus}`;
	const message = httpStatus === 200 ? "" : read("Message") || read("message") || body.trim();
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn({
		kind: kindOfRefusal(code, httpStatus),
		code: httpStatus === 200 ? "Unreadable" : code,
		message: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.or)(message, longestText) || "the endpoint gave no usable credentials",
		httpStatus
	});
}
function kindOfRefusal(code, httpStatus) {
	const known = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$n)(code);
	if (known) return known.kind;
	return httpStatus === 401 || httpStatus === 403 ? "denied" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Xn)(httpStatus);
}



})

};
