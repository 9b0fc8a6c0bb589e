export const id = 2;
export const ids = [2];
export const modules = {

621:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  assumeRole: () => (assumeRole)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);
var _credential_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(328);
var _missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19);



// src/aws/credentials/id-token.ts
async function requestIdToken(endpoint, audience, transport, abortSignal) {
	const url = URL.parse(endpoint.url);
	if (!url || !/^https?:$/.test(url.protocol)) throw invalidEndpoint();
	url.searchParams.set("audience", audience);
	const headers = {
		authorization: `Bearer ${endpoint.token}`,
		accept: "application/json"
	};
	const request = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__["in"])(url, { headers });
	const { response } = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Pn)(transport.handle(request, { abortSignal }));
	const { statusCode: status } = response;
	if (status >= 300 && status < 400) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Yn)({
		...response,
		text: ""
	});
	if (status !== 200) throw refused(status);
	return readToken(response.text);
}
function invalidEndpoint() {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn({
		kind: "rejected",
		code: "InvalidURL",
		message: "ACTIONS_ID_TOKEN_REQUEST_URL is not a URL"
	});
}
function refused(httpStatus) {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn({
		kind: (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(httpStatus),
		code: `HTTP ${httpStatus}`,
		message: "GitHub's ID token endpoint gave no token",
		httpStatus
	});
}
function readToken(body) {
	const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Bt)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(body), "value");
	if (typeof value === "string" && value !== "") return value;
	throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$n)("GitHub's ID token endpoint answered without a token");
}
function readClaims(token) {
	return parseObject(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}
function parseObject(json) {
	const value = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zt)(json);
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
function explainDeniedToken(error, { arn }, token) {
	const claims = readClaims(token);
	const text = (name) => typeof claims[name] === "string" ? claims[name] : void 0;
	const sub = text("sub") ?? "";
	const claimLines = ["Claims of the token that STS saw:", ...claimNames.map((name) => `  ${name}: ${text(name) ?? "(none)"}`)];
	const doing = `assume ${arn} with GitHub's ID token`;
	if (error.result.code !== "AccessDenied") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(doing, error, {
		reason: "oidc-denied",
		lines: claimLines
	});
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(doing, error, {
		reason: "oidc-denied",
		likely: likelyCause(sub, arn),
		next: "Check first that this kind of run may have this role. A role that associates is only for the sub of an environment: give the job that environment, or the other role. If it may, add this sub to the trust policy of the role, in its account.",
		lines: [
			...claimLines,
			`Condition for the trust policy of ${arn} (sub in the ${formOf(sub)} form):`,
			...conditionLines(text("iss") ?? "", text("aud") ?? "", sub)
		]
	});
}
function formOf(sub) {
	return /^repo:[^/:]+@[0-9]+\/[^/:]+@[0-9]+:/.test(sub) ? "immutable" : "classic";
}
function likelyCause(sub, arn) {
	return `The trust policy of ${arn} does not match this token, or pins another job_workflow_ref, or there is no such role. ${/:environment:/.test(sub) ? "This job names an environment, so its sub ends with that environment" : "This job names no environment, so its sub ends with its event or ref"}.`;
}
function queuePattern(sub) {
	const [, start] = /^(repo:.+:ref:refs\/heads\/gh-readonly-queue\/.+\/pr-)[0-9]+-[0-9a-f]+$/.exec(sub) ?? [];
	return start && `${start}*`;
}
function conditionLines(issuer, audience, sub) {
	const provider = issuer.replace(/^https?:\/\//, "");
	const [aud, subject] = [`${provider}:aud`, `${provider}:sub`];
	const queue = queuePattern(sub);
	return JSON.stringify(queue === void 0 ? { StringEquals: {
		[aud]: audience,
		[subject]: sub
	} } : {
		StringEquals: { [aud]: audience },
		StringLike: { [subject]: queue }
	}, null, 2).split("\n").map((line) => `  ${line}`);
}
// src/aws/credentials/web-identity.ts
function requestWithIdToken(hop, audience, context) {
	const idToken = context.github?.idToken;
	if (idToken) context.mask(idToken.token);
	return async () => {
		if (!idToken) {
			const present = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Gn)(context.env, await (0,_credential_providers_js__WEBPACK_IMPORTED_MODULE_1__.c)({}));
			throw (0,_missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__.r)(context.github, present);
		}
		try {
			return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Fn)(() => exchange(idToken, hop, audience, context), context);
		} catch (error) {
			throw error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(`assume ${hop.arn}`, error) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error);
		}
	};
}
async function exchange(idToken, hop, audience, context, tokensLeft = 1) {
	const { region, transport, clock } = context;
	const [token, sts] = await Promise.all([requestToken(idToken, audience, context), __webpack_require__.e(/* import() */ 311).then(__webpack_require__.bind(__webpack_require__, 692)).then(({ stsCalls }) => stsCalls({
		region,
		transport
	}, clock))]);
	context.mask(token);
	try {
		const session = await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.jn)((signal) => sts.assumeRoleWithWebIdentity(token, hop, signal), context);
		(0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn)(session, context.mask);
		return session;
	} catch (error) {
		if (!isDenial(error)) throw error;
		if (tokensLeft > 0 && isTokenProblem(error)) return exchange(idToken, hop, audience, context, tokensLeft - 1);
		throw explainDeniedToken(error, hop, token);
	}
}
function requestToken(idToken, audience, context) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.G)("get an ID token from GitHub", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.An)((signal) => requestIdToken(idToken, audience, context.transport, signal), context), ({ code }) => _every_run_js__WEBPACK_IMPORTED_MODULE_0__.nr.has(code) ? {} : tokenFailure);
}
function isDenial(error) {
	if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn)) return false;
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
// src/aws/credentials/assume-role.ts
const minLifeMs = 6e4;
const renewalTimeoutMs = 5e3;
const renewalPauseMs = 3e4;
function assumeRole({ role, policy, chain }, context) {
	const [first, ...others] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$t)(role, policy);
	const start = chain ? requestWith(chain, first, void 0, context) : requestWithIdToken(first, role.audience, context);
	const { request } = others.reduce((before, hop) => ({
		request: requestWith(before.request, hop, before.arn, context),
		arn: hop.arn
	}), {
		request: start,
		arn: first.arn
	});
	return renewSessions(request, context);
}
function requestWith(source, hop, callerArn, context) {
	return async () => {
		const { requestWithCredentials } = await __webpack_require__.e(/* import() */ 789).then(__webpack_require__.bind(__webpack_require__, 789));
		return requestWithCredentials(source, hop, callerArn, context);
	};
}
function renewSessions(requestSession, context) {
	const { clock, log } = context;
	let session;
	let renewal;
	let retryAt = 0;
	let isLogged = false;
	const pause = () => {
		retryAt = clock.now() + renewalPauseMs;
	};
	const renew = async () => {
		try {
			session = await requestSession();
			isLogged = false;
			return session;
		} catch (error) {
			pause();
			throw error;
		} finally {
			renewal = void 0;
		}
	};
	return async (options) => {
		const current = session;
		const mustRenew = !current || options?.forceRefresh || !isFresh(current, context);
		if (!mustRenew && clock.now() < retryAt) return current;
		renewal ??= renew();
		if (mustRenew) return renewal;
		const timeout = clock.sleep(renewalTimeoutMs).then(() => {
			if (renewal) pause();
			return current;
		});
		try {
			return await Promise.race([renewal, timeout]);
		} catch (error) {
			const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.cr)(error);
			if (isOfRun(failure)) throw failure;
			if (!isLogged) log.line(`session not renewed, and used until it ends: ${failure.message}`);
			isLogged = true;
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



}),

19:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  i: () => (isSilent),
  n: () => (explainMissingCredentials),
  r: () => (explainMissingIdToken),
  t: () => (explainFailedSources)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

// src/aws/credentials/missing-credentials.ts
const withoutToken = {
	fork: {
		message: "This run is for a pull request from a fork, to which GitHub gives no ID token and no secrets",
		next: "Use dry-run: true for forks, which checks the file offline and succeeds; apply from a branch of this repository."
	},
	dependabot: {
		message: "Dependabot started this run, to which GitHub gives no secrets, and an ID token only if the job grants id-token: write",
		next: "Skip the step for Dependabot (if: github.actor != 'dependabot[bot]'), or grant the job id-token: write."
	},
	repository: {
		message: "role-to-assume is set, but this job has no ID token: it lacks the permission id-token: write",
		next: "Add to the job: permissions: { id-token: write, contents: read }. A called workflow gets no more than its caller grants."
	}
};
function explainMissingIdToken(github, present) {
	if (!github) return withoutJob();
	const { trigger } = github;
	const { message, next } = withoutToken[trigger];
	const likely = "GitHub gave the job no ID token.";
	if (present.length === 0 || trigger !== "repository") return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-credentials", message, {
		likely,
		next
	});
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-credentials", message, {
		likely: `${likely} It has other AWS credentials: ${present.join(", ")}.`,
		next: `${next} Or set role-chaining: true to assume the role with those credentials.`
	});
}
function withoutJob() {
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-credentials", "role-to-assume needs GitHub's ID token, which only a job of GitHub Actions has", { next: "Use a profile that assumes the role instead: --profile NAME." });
}
const withoutChain = {
	workflow: {
		likely: "Neither role-to-assume, nor an earlier step, nor the runner provides credentials.",
		next: "Set role-to-assume with permissions: { id-token: write }, or run aws-actions/configure-aws-credentials first."
	},
	terminal: {
		likely: "No profile is named, there is no default profile, and the environment has no keys.",
		next: "Sign in (aws sso login --profile NAME), then name the profile: --profile NAME."
	}
};
function explainMissingCredentials(error, github) {
	if (github && github.trigger !== "repository") {
		const { message, next } = withoutToken[github.trigger];
		return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-credentials", message, {
			next,
			cause: error
		});
	}
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-credentials", `The AWS credential chain has no credentials: ${error.result.message}`, {
		...withoutChain[github ? "workflow" : "terminal"],
		cause: error
	});
}
const deniedRole = {
	likely: "The trust policy of the role does not allow this caller or token, the account of the role does not know the issuer of the token, or there is no such role.",
	next: "Check the ARN of the role and its trust policy; for the role of a profile also that its source credentials may call sts:AssumeRole."
};
function explainFailedSources(error, sources, details) {
	const names = sources.map(({ name }) => name).join(", then ");
	if (!isSilent(error)) {
		const denied = error.result.kind === "denied" ? deniedRole : {};
		return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.U)(`get AWS credentials from ${names}`, error, details ?? denied);
	}
	const problems = sources.flatMap(({ problem }) => problem ?? []);
	const { likely, next } = sources.find(({ problem }) => problem) ?? sources[0] ?? {};
	const text = problems.length > 0 ? problems.join("; ") : error.result.message;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.sr("credentials-rejected", `Could not get AWS credentials from ${names}: ${text}`, {
		...likely === void 0 ? {} : { likely },
		...next === void 0 ? {} : { next },
		cause: error
	});
}
function isSilent({ result: answer, cause }) {
	if (answer.httpStatus !== void 0 || !(cause instanceof Error)) return false;
	if ("path" in cause || cause.name.endsWith("ProviderError")) return true;
	return "code" in cause ? String(cause.code).startsWith("ERR_INVALID_") : cause.name !== "TimeoutError";
}



})

};
