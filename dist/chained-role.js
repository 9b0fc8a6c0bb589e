export const id = 789;
export const ids = [789];
export const modules = {

789:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  requestWithCredentials: () => (requestWithCredentials)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _role_denied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(696);


// src/aws/credentials/chained-role.ts
async function requestWithCredentials(source, hop, callerArn, context) {
	let caller = await openCaller(await source(), context);
	const renew = async () => {
		const { accessKeyId } = caller;
		caller = await openCaller(await source({ forceRefresh: true }), context);
		return caller.accessKeyId !== accessKeyId;
	};
	try {
		return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Rn)((signal) => caller.sts.assumeRole(hop, signal), {
			...context,
			renew
		});
	} catch (error) {
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn)) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error);
		throw await explainFailedHop(error, hop, callerArn, caller, context);
	}
}
async function openCaller(credentials, context) {
	const { stsCalls } = await __webpack_require__.e(/* import() */ 311).then(__webpack_require__.bind(__webpack_require__, 692));
	return {
		accessKeyId: credentials.accessKeyId,
		sts: stsCalls(context, credentials)
	};
}
async function explainFailedHop(error, hop, callerArn, { sts }, context) {
	const doing = `assume ${hop.arn} with ${callerArn ? `the session of ${callerArn}` : "the credentials of the default chain"}`;
	if (error.result.kind !== "denied") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error);
	return (0,_role_denied_js__WEBPACK_IMPORTED_MODULE_1__.t)(doing, error, hop, callerArn ?? await askForArn(sts, context));
}
async function askForArn(sts, context) {
	try {
		return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zn)((signal) => sts.getCallerArn(signal), context);
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn) return "";
		throw error;
	}
}



})

};
