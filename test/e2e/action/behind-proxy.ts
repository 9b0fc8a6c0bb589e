import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import { type FakeProxy, type ProxyOptions, startProxy } from '../../fakes/proxy.ts';
import { type Certificate, serveTls } from '../../fakes/tls.ts';
import { type Ended, runOn, type Scenario } from './scenario.ts';

/** The hosts of a run. */
export interface Hosts {
  readonly oidc: string;
  readonly sts: string;
  readonly ec2: string;
  readonly github: string;
}

/** The hosts of us-west-2 and github.com. */
export const hosts: Hosts = {
  oidc: 'pipelines.actions.githubusercontent.com',
  sts: 'sts.us-west-2.amazonaws.com',
  ec2: 'ec2.us-west-2.amazonaws.com',
  github: 'api.github.com',
};

/** AWS and GitHub under their real names, which only the proxy knows. */
export interface ProxiedFakes {
  readonly fakes: Fakes;
  readonly proxy: FakeProxy;
  /** The port of loopback where each fake server is behind TLS too. */
  readonly ports: Readonly<Record<keyof Hosts, number>>;
  /** The variables that lead to the names, without the proxy and the CA. */
  readonly names: Readonly<Record<string, string>>;
  run(scenario?: Omit<Scenario, 'fakes'>): Promise<Ended>;
}

/** The options of a test. */
export interface ProxiedOptions extends ProxyOptions {
  readonly hosts?: Hosts;
  readonly fakes?: FakesOptions;
}

/** A certificate of the hosts, and the file with its CA. */
export interface Trust {
  readonly certificate: Certificate;
  readonly caFile: string;
}

const loopbackNames = new URL('loopback-names.ts', import.meta.url).href;

/**
 * Runs steps that find AWS and GitHub only through a proxy: the SDK makes its own endpoints, and no
 * name is looked up except those below fakes.example.
 */
export async function behindProxy(
  { certificate, caFile }: Trust,
  use: (proxied: ProxiedFakes) => Promise<void>,
  options: ProxiedOptions = {},
): Promise<void> {
  const { hosts: names = hosts } = options;
  const fakes = await startFakes(options.fakes);
  const behindTls = ({ url }: { readonly url: string }) => serveTls(url, certificate);
  const [oidc, sts, ec2, github, rpki] = await Promise.all([
    behindTls(fakes.issuer),
    behindTls(fakes.sts),
    behindTls(fakes.ec2),
    behindTls(fakes.github),
    behindTls(fakes.rpki),
  ]);
  const proxy = await startProxy(
    {
      ...{ [names.oidc]: oidc, [names.sts]: sts, [names.ec2]: ec2, [names.github]: github },
      'stat.ripe.net': rpki,
    },
    options,
  );
  const namesEnv = {
    AWS_ENDPOINT_URL_EC2: '',
    AWS_ENDPOINT_URL_STS: '',
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://${names.oidc}/token?api-version=2.0`,
    GITHUB_API_URL: `https://${names.github}${options.fakes?.gitHubRoot ?? ''}`,
    NODE_OPTIONS: `--import=${loopbackNames}`,
  };
  const env = { ...namesEnv, NODE_EXTRA_CA_CERTS: caFile, HTTPS_PROXY: proxy.url };
  const run: ProxiedFakes['run'] = (scenario = {}) =>
    runOn(fakes, { ...scenario, env: { ...env, ...scenario.env } });
  const ports = { oidc: oidc.port, sts: sts.port, ec2: ec2.port, github: github.port };
  try {
    await use({ fakes, proxy, ports, names: namesEnv, run });
  } finally {
    await Promise.all([proxy.close(), fakes.close()]);
    await Promise.all([oidc, sts, ec2, github, rpki].map(({ close }) => close()));
  }
}

/** The hosts requested from a proxy, each once and sorted. */
export function targetsOf({ asked }: FakeProxy): string[] {
  return [...new Set(asked)].sort();
}
