export const id = 701;
export const ids = [701];
export const modules = {

/***/ 701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assumeRole: () => (/* binding */ assumeRole)
/* harmony export */ });
/* harmony import */ var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
/* harmony import */ var _dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43);


// src/aws/credentials/id-token.ts
async function requestIdToken(endpoint, audience, transport, abortSignal) {
	const url = URL.parse(endpoint.url);
	if (!url || !/^https?:$/.test(url.protocol)) throw invalidEndpoint();
	url.searchParams.set("audience", audience);
	const request = new _dependencies_js__WEBPACK_IMPORTED_MODULE_1__.Yt({
		protocol: url.protocol,
		hostname: url.hostname,
		...url.port === "" ? {} : { port: Number(url.port) },
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: {
			authorization: `Bearer ${endpoint.token}`,
			accept: "application/json",
			host: url.host
		}
	});
	const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.lt)(transport.handle(request, { abortSignal }));
	const { statusCode: status } = response;
	if (status >= 300 && status < 400) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.gt)({
		...response,
		text: ""
	});
	if (status !== 200) throw refused(status);
	return readToken(response.text);
}
function invalidEndpoint() {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht({
		kind: "rejected",
		code: "InvalidURL",
		message: "ACTIONS_ID_TOKEN_REQUEST_URL is not a URL",
		httpStatus: void 0,
		requestId: void 0
	});
}
function refused(httpStatus) {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht({
		kind: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__._t)(httpStatus),
		code: `HTTP ${httpStatus}`,
		message: "GitHub's ID token endpoint gave no token",
		httpStatus,
		requestId: void 0
	});
}
function readToken(body) {
	const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.K)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)(body), "value");
	if (typeof value === "string" && value !== "") return value;
	throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.vt)("GitHub's ID token endpoint answered without a token");
}
function readClaims(token) {
	return parseObject(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}
function parseObject(json) {
	const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)(json);
	return typeof value === "object" && value !== null ? { ...value } : {};
}
// src/aws/credentials/oidc-denied.ts
const claimNames = [
	"iss",
	"aud",
	"sub",
	"repository",
	"environment",
	"ref",
	"job_workflow_ref"
];
function explainDeniedToken(error, role, token) {
	const claims = readClaims(token);
	const text = (name) => typeof claims[name] === "string" ? claims[name] : void 0;
	const sub = text("sub") ?? "";
	const claimLines = ["Claims of the token that STS saw:", ...claimNames.map((name) => `  ${name}: ${text(name) ?? "(none)"}`)];
	const doing = `assume ${role.arn} with GitHub's ID token`;
	if (error.result.code !== "AccessDenied") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(doing, error, {
		reason: "oidc-denied",
		lines: claimLines
	});
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(doing, error, {
		reason: "oidc-denied",
		likely: likelyCause(sub, role.arn),
		next: "Check first that this kind of run may have this role. A role that associates is only for the sub of an environment: give the job that environment, or the other role. If it may, add this sub to the trust policy of the role, in its account.",
		lines: [
			...claimLines,
			`Condition for the trust policy of ${role.arn} (sub in the ${formOf(sub)} form):`,
			...conditionLines(text("iss") ?? "", text("aud") ?? "", sub)
		]
	});
}
function formOf(sub) {
	return /^repo:[^/:]+@[0-9]+\/[^/:]+@[0-9]+:/.test(sub) ? "immutable" : "classic";
}
function likelyCause(sub, arn) {
	return `The trust policy of ${arn} does not match this token, or there is no such role. ${/:environment:/.test(sub) ? "This job names an environment, so its sub ends with that environment" : "This job names no environment, so its sub ends with its event or ref"}.`;
}
function conditionLines(issuer, audience, sub) {
	const provider = issuer.replace(/^https?:\/\//, "");
	const condition = { StringEquals: {
		[`${provider}:aud`]: audience,
		[`${provider}:sub`]: sub
	} };
	return JSON.stringify(condition, null, 2).split("\n").map((line) => `  ${line}`);
}
// src/aws/credentials/web-identity.ts
const minLifeMs = 6e4;
const renewalTimeoutMs = 5e3;
function assumeRole(role, region, context, transport) {
	const requestSession = createSessionRequest(role, region, context, transport);
	let session;
	let renewal;
	const renew = async () => {
		try {
			session = await requestSession();
			return session;
		} finally {
			renewal = void 0;
		}
	};
	return async (options) => {
		const current = session;
		renewal ??= renew();
		if (!current || options?.forceRefresh || !isFresh(current, context)) return renewal;
		const timeout = context.clock.sleep(renewalTimeoutMs).then(() => current);
		try {
			return await Promise.race([renewal, timeout]);
		} catch (error) {
			const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(error);
			if (isOfRun(failure)) throw failure;
			context.log.line(`session not renewed, and used until it ends: ${failure.message}`);
			return current;
		}
	};
}
function isFresh({ expiration }, { clock }) {
	return expiration.getTime() - clock.wallTime() > minLifeMs;
}
function isOfRun({ reason }) {
	return reason === "cancelled" || reason === "internal-error";
}
function createSessionRequest(role, region, context, transport) {
	const idToken = context.github?.idToken;
	if (!idToken) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.it)(context.github);
	context.mask(idToken.token);
	const requestToken = () => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)("get an ID token from GitHub", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.st)((signal) => requestIdToken(idToken, role.audience, transport, signal), context), ({ code }) => _every_run_js__WEBPACK_IMPORTED_MODULE_0__.bt.has(code) ? {} : tokenFailure);
	const attempt = async (canRepeat = true) => {
		const [token, sts] = await Promise.all([requestToken(), Promise.all(/* import() */[__webpack_require__.e(182), __webpack_require__.e(692)]).then(__webpack_require__.bind(__webpack_require__, 692)).then(({ stsCalls }) => stsCalls({
			region,
			transport
		}, context.clock))]);
		context.mask(token);
		try {
			const session = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ct)((signal) => sts.assumeRoleWithWebIdentity(token, role, signal), context);
			for (const secret of secretsOf(session)) context.mask(secret);
			return session;
		} catch (error) {
			if (!isDenial(error)) throw error;
			if (canRepeat && isTokenProblem(error)) return attempt(false);
			throw explainDeniedToken(error, role, token);
		}
	};
	return async () => {
		try {
			return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ut)(() => attempt(), context);
		} catch (error) {
			throw error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.at)(`assume ${role.arn}`, error) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(error);
		}
	};
}
function secretsOf({ accessKeyId, secretAccessKey, sessionToken }) {
	return [
		accessKeyId,
		secretAccessKey,
		sessionToken
	];
}
function isDenial(error) {
	if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)) return false;
	return error.result.kind === "denied" || error.result.kind === "credentials";
}
function isTokenProblem({ result: { code } }) {
	return code === "InvalidIdentityToken" || code === "ExpiredTokenException";
}
const tokenFailure = {
	reason: "no-credentials",
	likely: "GitHub's token service has an outage, or the job's permissions changed during the run.",
	next: "Check githubstatus.com, then run the job again."
};



/***/ })

};
