import { appendFileSync } from 'node:fs';

const input = (name) => process.env[`INPUT_${name}`] ?? '';
const {
  ACTIONS_ID_TOKEN_REQUEST_URL: tokenUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
  AWS_ENDPOINT_URL_STS: sts,
} = process.env;

if (!tokenUrl) throw new Error('It looks like id-token: write is missing');
const authorization = `Bearer ${requestToken}`;
const issued = await fetch(`${tokenUrl}&audience=sts.amazonaws.com`, {
  headers: { authorization },
});
const { value: token } = await issued.json();
console.log(`::add-mask::${token}`);

const body = new URLSearchParams({
  Action: 'AssumeRoleWithWebIdentity',
  Version: '2011-06-15',
  RoleArn: input('ROLE-TO-ASSUME'),
  RoleSessionName: 'GitHubActions',
  DurationSeconds: input('ROLE-DURATION-SECONDS') || '3600',
  WebIdentityToken: token,
});
const answer = await fetch(sts, { method: 'POST', body });
const text = await answer.text();
if (!answer.ok) throw new Error(`Could not assume role with OIDC: ${text}`);

const element = (name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1] ?? '';
const session = {
  AWS_ACCESS_KEY_ID: element('AccessKeyId'),
  AWS_SECRET_ACCESS_KEY: element('SecretAccessKey'),
  AWS_SESSION_TOKEN: element('SessionToken'),
};
for (const secret of Object.values(session)) console.log(`::add-mask::${secret}`);
const variables = { AWS_REGION: input('AWS-REGION'), ...session };
const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
appendFileSync(process.env.GITHUB_ENV, lines.join(''));
