export const id = 692;
export const ids = [692,311];
export const modules = {

692:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  stsCalls: () => (stsCalls)
});
var _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(128);
var _every_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);


// src/aws/sts.ts
function stsCalls({ transport, ...endpoint }, clock) {
	let answeredAt;
	const requestHandler = {
		...transport,
		handle: async (...sent) => {
			const handled = await transport.handle(...sent);
			answeredAt = handled.response.headers.date;
			return handled;
		}
	};
	const client = new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a({
		...endpoint,
		maxAttempts: 1,
		requestHandler
	});
	const identify = (abortSignal) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Pn)(client.send(new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.n(), { abortSignal }));
	const readSession = (arn, { Credentials: session }) => {
		const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
		if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.$n)("the answer holds no credentials");
		const { SessionToken: sessionToken, Expiration } = session;
		return {
			accessKeyId,
			secretAccessKey,
			sessionToken,
			expiration: byOwnClock(Expiration, answeredAt, clock.wallTime()),
			accountId: accountOf(arn)
		};
	};
	return {
		assumeRoleWithWebIdentity: async (token, hop, abortSignal) => {
			const command = new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.r({
				...sessionInput(hop),
				WebIdentityToken: token
			});
			return readSession(hop.arn, await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Pn)(client.send(command, { abortSignal })));
		},
		assumeRole: async (hop, abortSignal) => {
			const command = new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.i({
				...sessionInput(hop),
				ExternalId: hop.externalId
			});
			return readSession(hop.arn, await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Pn)(client.send(command, { abortSignal })));
		},
		getCallerAccountId: async (abortSignal) => {
			const { Account: account } = await identify(abortSignal);
			if (!account || !/^[0-9]{12}$/.test(account)) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.$n)("the answer names no account");
			return account;
		},
		getCallerArn: async (abortSignal) => (await identify(abortSignal)).Arn ?? ""
	};
}
function sessionInput({ arn, sessionName, durationSeconds, policy }) {
	return {
		RoleArn: arn,
		RoleSessionName: sessionName,
		DurationSeconds: durationSeconds,
		Policy: policy
	};
}
function byOwnClock(expiration, answeredAt, now) {
	const answered = Date.parse(answeredAt ?? "");
	return Number.isNaN(answered) ? expiration : new Date(expiration.getTime() - answered + now);
}
function accountOf(arn) {
	return arn.split(":")[4] ?? "";
}



})

};
