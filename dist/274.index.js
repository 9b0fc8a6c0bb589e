export const id = 274;
export const ids = [274];
export const modules = {

/***/ 274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   getCallerAccountId: () => (/* binding */ getCallerAccountId)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(420);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88);


// node_modules/@aws-sdk/client-sts/dist-es/commands/GetCallerIdentityCommand.js
var GetCallerIdentityCommand = class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n, "GetCallerIdentity", _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.o) {};
// src/aws/caller-identity.ts
async function getCallerAccountId(region, credentials, limits) {
	const client = new _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.i({
		region,
		credentials,
		maxAttempts: 1
	});
	const { Account: account } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.a)(limits, (abortSignal) => client.send(new GetCallerIdentityCommand(), { abortSignal }));
	if (account === void 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.l)("the answer names no account");
	return account;
}



/***/ })

};
