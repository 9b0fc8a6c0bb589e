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
function stsCalls({ region, transport, clock, mask }, credentials) {
	let respondedAt;
	let accountId;
	const requestHandler = {
		...transport,
		handle: async (...sent) => {
			const handled = await transport.handle(...sent);
			respondedAt = handled.response.headers.date;
			return handled;
		}
	};
	if (credentials) (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Ln)(credentials, mask);
	const client = new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.a({
		region,
		maxAttempts: 1,
		requestHandler,
		...credentials && { credentials }
	});
	(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Un)(client);
	const identify = (abortSignal) => client.send(new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.n(), { abortSignal });
	const readSession = (arn, { Credentials: session }) => {
		const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = session ?? {};
		if (!accessKeyId || !secretAccessKey || !session?.SessionToken || !session.Expiration) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Zn)("the response has no credentials");
		const { SessionToken: sessionToken, Expiration } = session;
		const expiration = toLocalTime(Expiration, respondedAt, clock.wallTime());
		const keys = {
			accessKeyId,
			secretAccessKey,
			sessionToken
		};
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Ln)(keys, mask);
		return {
			...keys,
			expiration,
			accountId: accountOf(arn)
		};
	};
	return {
		assumeRoleWithWebIdentity: async (token, hop, abortSignal) => {
			const input = {
				...sessionInput(hop),
				WebIdentityToken: token
			};
			const command = new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.r(input);
			return readSession(hop.arn, await client.send(command, { abortSignal }));
		},
		assumeRole: async (hop, abortSignal) => {
			const command = new _sts_dependencies_js__WEBPACK_IMPORTED_MODULE_0__.i({
				...sessionInput(hop),
				ExternalId: hop.externalId
			});
			return readSession(hop.arn, await client.send(command, { abortSignal }));
		},
		getCallerAccountId: async (abortSignal) => {
			if (accountId !== void 0) return accountId;
			const { Account: account = "" } = await identify(abortSignal);
			if (!/^[0-9]{12}$/.test(account)) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_1__.Zn)("the response has no account");
			accountId = account;
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
function toLocalTime(expiration, respondedAt, now) {
	const responded = Date.parse(respondedAt ?? "");
	return Number.isNaN(responded) ? expiration : new Date(expiration.getTime() - responded + now);
}
function accountOf(arn) {
	return arn.split(":")[4] ?? "";
}



})

};
