export const id = 216;
export const ids = [216];
export const modules = {

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askContainerEndpoint: () => (/* binding */ askContainerEndpoint)
/* harmony export */ });
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(484);
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(998);


// src/aws/credentials/container-endpoint.ts
const timeoutSeconds = 3;
const longestText = 500;
async function askContainerEndpoint(endpoint, token, context) {
	const deadline = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.p)(context.clock, Math.min(timeoutSeconds, context.deadline.remaining() / 1e3));
	const url = new URL(endpoint);
	const request = new _dependencies_js__WEBPACK_IMPORTED_MODULE_0__.Yt({
		protocol: url.protocol,
		hostname: url.hostname,
		...url.port === "" ? {} : { port: Number(url.port) },
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: {
			host: url.host,
			...token === "" ? {} : { authorization: token }
		}
	});
	try {
		const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.nt)((abortSignal) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.rt)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.G)().handle(request, { abortSignal })), {
			...context,
			deadline
		});
		return refusal(response.statusCode, response.text);
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_1__.lt) return error;
		throw error;
	}
}
function refusal(httpStatus, body) {
	const said = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.H)(body);
	const read = (name) => {
		const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.U)(said, name);
		return typeof value === "string" ? value : "";
	};
	const code = read("Code") || read("code") || `HTTP ${httpStatus}`;
	const message = httpStatus === 200 ? "" : read("Message") || read("message") || body.trim();
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_1__.lt({
		kind: kindOfRefusal(code, httpStatus),
		code: httpStatus === 200 ? "Unreadable" : code,
		message: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.vt)(message, longestText) || "the endpoint gave no credentials that can be used",
		httpStatus,
		requestId: void 0
	});
}
function kindOfRefusal(code, httpStatus) {
	const known = Object.hasOwn(_every_run_js__WEBPACK_IMPORTED_MODULE_1__.pt, code) ? _every_run_js__WEBPACK_IMPORTED_MODULE_1__.pt[code] : void 0;
	if (known) return known.kind;
	return httpStatus === 401 || httpStatus === 403 ? "denied" : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.dt)(httpStatus);
}



/***/ })

};
