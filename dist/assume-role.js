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
var _role_denied_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(696);




// src/aws/credentials/id-token.ts
async function requestIdToken(endpoint, audience, transport, abortSignal) {
	const url = URL.parse(endpoint.url);
	if (!url || !/^https?:$/.test(url.protocol)) throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn({
		kind: "rejected",
		code: "InvalidURL",
		message: "ACTIONS_ID_TOKEN_REQUEST_URL is not a URL"
	});
	url.searchParams.set("audience", audience);
	const headers = {
		authorization: `Bearer ${endpoint.token}`,
		accept: "application/json"
	};
	const { response } = await transport.handle((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.pn)(url, { headers }), { abortSignal });
	const { statusCode: httpStatus } = response;
	if (httpStatus >= 300 && httpStatus < 400) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Jn)({
		...response,
		text: ""
	});
	if (httpStatus !== 200) {
		const message = "GitHub's ID token endpoint gave no token";
		const kind = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Xn)(httpStatus);
		throw new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn({
			kind,
			code: `HTTP ${httpStatus}`,
			message,
			httpStatus
		});
	}
	const token = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Kn)((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wn)(response.text), "value");
	if (!token) throw (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Zn)("the response of GitHub's ID token endpoint has no token");
	return token;
}
// src/aws/credentials/web-identity.ts
function requestWithIdToken(hop, audience, context) {
	const idToken = context.github?.idToken;
	if (idToken) context.mask(idToken.token);
	return async () => {
		if (!idToken) {
			const present = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.In)(context.env, await (0,_credential_providers_js__WEBPACK_IMPORTED_MODULE_1__.c)({}));
			throw (0,_missing_credentials_js__WEBPACK_IMPORTED_MODULE_2__.r)(context.github, present);
		}
		try {
			return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Hn)(() => exchange(idToken, hop, audience, context), context);
		} catch (error) {
			throw error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn ? (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(`assume ${hop.arn}`, error) : (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error);
		}
	};
}
async function exchange(idToken, hop, audience, context, tokensLeft = 1) {
	const [token, sts] = await Promise.all([requestToken(idToken, audience, context), __webpack_require__.e(/* import() */ 311).then(__webpack_require__.bind(__webpack_require__, 692)).then(({ stsCalls }) => stsCalls(context))]);
	context.mask(token);
	try {
		return await (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.zn)((signal) => sts.assumeRoleWithWebIdentity(token, hop, signal), context);
	} catch (error) {
		if (!isDenial(error)) throw error;
		if (tokensLeft > 0 && isTokenProblem(error)) return exchange(idToken, hop, audience, context, tokensLeft - 1);
		throw (0,_role_denied_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, hop, token);
	}
}
function requestToken(idToken, audience, context) {
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ht)("get an ID token from GitHub", (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Rn)((signal) => requestIdToken(idToken, audience, context.transport, signal), context), ({ code }) => (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.$n)(code)?.isNetworkPath ? {} : tokenFailure);
}
function isDenial(error) {
	if (!(error instanceof _every_run_js__WEBPACK_IMPORTED_MODULE_0__.qn)) return false;
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
	const [first, ...others] = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.ot)(role, policy);
	let request = chain ? requestWith(chain, first, void 0, context) : requestWithIdToken(first, role.audience, context);
	let callerArn = first.arn;
	for (const hop of others) {
		request = requestWith(request, hop, callerArn, context);
		callerArn = hop.arn;
	}
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
			const failure = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mr)(error);
			if ((0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.hr)(failure)) throw failure;
			if (!isLogged) log.line(`session not renewed, and used until it ends: ${failure.message}`);
			isLogged = true;
			return current;
		}
	};
}
function isFresh({ expiration }, { clock }) {
	return expiration.getTime() - clock.wallTime() > minLifeMs;
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
	if (!github) return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", outsideJob, { next: useProfile });
	const { trigger } = github;
	const { message, next } = withoutToken[trigger];
	const likely = "GitHub gave the job no ID token.";
	if (present.length === 0 || trigger !== "repository") return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", message, {
		likely,
		next
	});
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", message, {
		likely: `${likely} It has other AWS credentials: ${present.join(", ")}.`,
		next: `${next} Or, in a step of your own, set role-chaining: true to assume the role with those credentials.`
	});
}
const outsideJob = "role-to-assume needs GitHub's ID token, which only a job of GitHub Actions has";
const useProfile = "Use a profile that assumes the role instead: --profile NAME.";
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
		return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", message, {
			next,
			cause: error
		});
	}
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("no-credentials", `The AWS credential chain has no credentials: ${error.result.message}`, {
		...withoutChain[github ? "workflow" : "terminal"],
		cause: error
	});
}
const deniedRole = {
	likely: "The trust policy of the role does not allow this caller or token, the account of the role does not know the issuer of the token, or there is no such role.",
	next: "Check the ARN of the role and its trust policy; for the role of a profile also that its source credentials may call sts:AssumeRole."
};
function explainFailedSources(error, sources, details) {
	const names = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Fn)(sources);
	if (!isSilent(error)) {
		const denied = error.result.kind === "denied" ? deniedRole : {};
		return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(`get AWS credentials from ${names}`, error, details ?? denied);
	}
	const problems = sources.flatMap(({ problem }) => problem ?? []);
	const { likely, next } = sources.find(({ problem }) => problem) ?? sources[0] ?? {};
	const text = problems.length > 0 ? problems.join("; ") : error.result.message;
	return new _every_run_js__WEBPACK_IMPORTED_MODULE_0__.pr("credentials-rejected", `Could not get AWS credentials from ${names}: ${text}`, {
		...likely === void 0 ? {} : { likely },
		...next === void 0 ? {} : { next },
		cause: error
	});
}
function isSilent({ result, cause }) {
	if (result.httpStatus !== void 0 || !(cause instanceof Error)) return false;
	if ("path" in cause || cause.name.endsWith("ProviderError")) return true;
	return "code" in cause ? String(cause.code).startsWith("ERR_INVALID_") : cause.name !== "TimeoutError";
}



}),

696:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  n: () => (explainDeniedToken),
  t: () => (explainDeniedHop)
});
var _every_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

// src/aws/credentials/role-denied.ts
function explainDeniedHop(doing, error, { arn, externalId }, callerArn) {
	if (/^arn:[\w-]+:iam::[0-9]{12}:root$/.test(callerArn)) return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error, {
		likely: `The credentials are those of the root user (${callerArn}), which cannot assume roles.`,
		next: "Use the credentials of an IAM role or user instead, and delete the access keys of the root user."
	});
	const principal = principalOf(callerArn);
	const id = externalId === void 0 ? "an external ID" : "another external ID";
	const path = principal === callerArn ? "" : " If the role of the caller has a path, add it to the ARN.";
	const trust = {
		Effect: "Allow",
		Principal: { AWS: principal },
		Action: "sts:AssumeRole",
		...externalId === void 0 ? {} : { Condition: { StringEquals: { "sts:ExternalId": externalId } } }
	};
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error, {
		likely: `The caller lacks sts:AssumeRole on this role; or the trust policy of the role does not name the caller, or requires ${id} (role-external-id); or there is no such role.`,
		next: `Check first that this caller may have this role. If it may, add both statements, each in its own account.${path}`,
		lines: [
			`Statement for the policy of ${principal || "the caller"}:`,
			...jsonLines({
				Effect: "Allow",
				Action: "sts:AssumeRole",
				Resource: arn
			}),
			...principal === "" ? [] : [`Statement for the trust policy of ${arn}:`, ...jsonLines(trust)]
		]
	});
}
function principalOf(arn) {
	if (!/^arn:[\w+=,.@:/-]{1,2048}$/.test(arn)) return "";
	const [, head, account, name] = /^(arn:[^:]+):sts::([0-9]{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
	return name === void 0 ? arn : `${head}:iam::${account}:role/${name}`;
}
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
	const { iss = "", aud = "", sub = "" } = claims;
	const claimLines = ["Claims of the token that STS saw:", ...claimNames.map((name) => `  ${name}: ${claims[name] ?? "(none)"}`)];
	const doing = `assume ${arn} with GitHub's ID token`;
	if (error.result.code !== "AccessDenied") return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error, {
		reason: "oidc-denied",
		lines: claimLines
	});
	const environment = sub.includes(":environment:") ? "This job names an environment, so its sub ends with that environment" : "This job names no environment, so its sub ends with its event or ref";
	return (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.mt)(doing, error, {
		reason: "oidc-denied",
		likely: `The trust policy of ${arn} does not match this token, or pins another job_workflow_ref, or there is no such role. ${environment}.`,
		next: "Check first that this kind of run may have this role. A role that associates is only for the sub of an environment: give the job that environment, or the other role. If it may, add this sub to the trust policy of the role, in its account.",
		lines: [
			...claimLines,
			`Condition for the trust policy of ${arn} (sub in the ${formOf(sub)} form):`,
			...jsonLines(conditionOf(iss.replace(/^https?:\/\//, ""), aud, sub))
		]
	});
}
function readClaims(token) {
	const claims = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Wn)(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
	return Object.fromEntries(claimNames.flatMap((name) => {
		const claim = (0,_every_run_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(claims, name);
		return claim === void 0 ? [] : [[name, claim]];
	}));
}
function formOf(sub) {
	return /^repo:[^/:]+@[0-9]+\/[^/:]+@[0-9]+:/.test(sub) ? "immutable" : "classic";
}
function conditionOf(provider, aud, sub) {
	const [, queue] = /^(repo:.+:ref:refs\/heads\/gh-readonly-queue\/.+\/pr-)[0-9]+-[0-9a-f]+$/.exec(sub) ?? [];
	const audience = { [`${provider}:aud`]: aud };
	return queue === void 0 ? { StringEquals: {
		...audience,
		[`${provider}:sub`]: sub
	} } : {
		StringEquals: audience,
		StringLike: { [`${provider}:sub`]: `${queue}*` }
	};
}
function jsonLines(value) {
	return JSON.stringify(value, null, 2).split("\n").map((line) => `  ${line}`);
}



})

};
