export const id = 789;
export const ids = [789];
export const modules = {

789:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  requestWithCredentials: () => (requestWithCredentials)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

// src/aws/credentials/hop-denied.ts
function explainDeniedHop(doing, error, { arn, externalId }, callerArn) {
	if (/^arn:[\w-]+:iam::[0-9]{12}:root$/.test(callerArn)) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(doing, error, {
		likely: `The credentials are those of the root user (${callerArn}), which cannot assume roles.`,
		next: "Use the credentials of an IAM role or user instead, and delete the access keys of the root user."
	});
	const principal = principalOf(callerArn);
	const caller = principal || "the caller";
	const id = externalId === void 0 ? "an external ID" : "another external ID";
	const path = principal === callerArn ? "" : " If the role of the caller has a path, add it to the ARN.";
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(doing, error, {
		likely: `The caller lacks sts:AssumeRole on this role; or the trust policy of the role does not name the caller, or asks for ${id} (role-external-id); or there is no such role.`,
		next: `Check first that this caller may have this role. If it may, add both statements, each in its own account.${path}`,
		lines: [
			`Statement for the policy of ${caller}:`,
			...jsonLines({
				Effect: "Allow",
				Action: "sts:AssumeRole",
				Resource: arn
			}),
			...principal === "" ? [] : trustLines(arn, principal, externalId)
		]
	});
}
function trustLines(arn, principal, externalId) {
	const condition = { Condition: { StringEquals: { "sts:ExternalId": externalId } } };
	return [`Statement for the trust policy of ${arn}:`, ...jsonLines({
		Effect: "Allow",
		Principal: { AWS: principal },
		Action: "sts:AssumeRole",
		...externalId === void 0 ? {} : condition
	})];
}
function jsonLines(statement) {
	return JSON.stringify(statement, null, 2).split("\n").map((line) => `  ${line}`);
}
function principalOf(arn) {
	if (!/^arn:[\w+=,.@:/-]{1,2048}$/.test(arn)) return "";
	const [, head, account, name] = /^(arn:[^:]+):sts::([0-9]{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
	return name === void 0 ? arn : `${head}:iam::${account}:role/${name}`;
}
// src/aws/credentials/chained-role.ts
async function requestWithCredentials(source, hop, callerArn, context) {
	let caller = await openCaller(await source(), context);
	const renew = async () => {
		const { accessKeyId } = caller;
		caller = await openCaller(await source({ forceRefresh: true }), context);
		return caller.accessKeyId !== accessKeyId;
	};
	try {
		const session = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.An)((signal) => caller.sts.assumeRole(hop, signal), {
			...context,
			renew
		});
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn)(session, context.mask);
		return session;
	} catch (error) {
		if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn)) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error);
		throw await explainFailedHop(error, hop, callerArn, caller, context);
	}
}
async function openCaller(credentials, { region, transport, clock }) {
	const { stsCalls } = await __webpack_require__.e(/* import() */ 311).then(__webpack_require__.bind(__webpack_require__, 692));
	const sts = stsCalls({
		region,
		transport,
		credentials: async () => credentials
	}, clock);
	return {
		accessKeyId: credentials.accessKeyId,
		sts
	};
}
async function explainFailedHop(error, hop, callerArn, { sts }, context) {
	const doing = `assume ${hop.arn} with ${callerArn ? `the session of ${callerArn}` : "the credentials of the default chain"}`;
	if (error.result.kind !== "denied") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(doing, error);
	return explainDeniedHop(doing, error, hop, callerArn ?? await askForArn(sts, context));
}
async function askForArn(sts, context) {
	try {
		return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jn)((signal) => sts.getCallerArn(signal), context);
	} catch (error) {
		if (error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn) return "";
		throw error;
	}
}



})

};
