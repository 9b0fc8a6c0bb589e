import { createHash } from 'node:crypto';

/** A release of the fake repository. */
export interface FakeRelease {
  readonly id: number;
  readonly tag: string;
  readonly draft: boolean;
  readonly immutable: boolean;
  readonly latest: string;
  readonly notes: string;
  readonly assets: readonly {
    readonly id: number;
    readonly name: string;
    readonly digest: string;
  }[];
}

/** A commit that was requested by GraphQL. */
export interface FakeCommit {
  readonly branch: string;
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions: readonly { readonly path: string }[];
}

/** The input of createCommitOnBranch, as far as it is implemented. */
interface CommitInput {
  readonly branch: { readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly fileChanges: Omit<FakeCommit, 'branch'>;
}

/** Who made the head of a branch, by GitHub. */
export interface FakeHead {
  readonly author: { readonly login: string } | null;
  readonly committer: { readonly login: string } | null;
  readonly verified: boolean;
}

/** What the repository starts from, and how it is set up. */
export interface Setup {
  /** Commits by tag. */
  readonly tags: Readonly<Record<string, string>>;
  readonly releases?: readonly Pick<FakeRelease, 'tag' | 'draft'>[];
  readonly immutableReleases?: boolean;
  /** Heads by branch. */
  readonly branches?: Readonly<Record<string, string>>;
  /** How the heads differ from commits of Dependabot's. */
  readonly head?: Partial<FakeHead>;
  /** Blob ids of dist/ by name. */
  readonly dist?: Readonly<Record<string, string>>;
  /** Assets arrive with other bytes. */
  readonly corruptsAssets?: boolean;
  /** GitHub's token may not move tags between commits with other workflows. */
  readonly refusesTags?: boolean;
}

/** A response from the API; a buffer is a file. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** GitHub's side of a release: releases, their assets, tags, and commits by GraphQL. */
export interface FakeGitHub {
  readonly tags: ReadonlyMap<string, string>;
  readonly commits: readonly FakeCommit[];
  releases(): readonly FakeRelease[];
  /** Answers a request; `path` starts after the root of the API and has its query. */
  answer(method: string, path: string, body: Buffer): Answer;
}

export const repository = 'octo-org/associate-ipam-byoasn';

/** The fake repository; `api` is the root of the API in its URLs. */
export function createFakeGitHub(setup: Setup, api = 'https://api.github.test'): FakeGitHub {
  const tags = new Map(Object.entries(setup.tags));
  const branches = new Map(Object.entries(setup.branches ?? {}));
  const commits: FakeCommit[] = [];
  const contents = new Map<number, Buffer>();
  let nextId = 1;
  const releases = new Map<number, FakeRelease>();
  const add = (tag: string, draft: boolean, notes: string): FakeRelease => {
    const id = nextId++;
    const immutable = !draft && setup.immutableReleases !== false;
    const release = { id, tag, draft, immutable, latest: 'legacy', notes, assets: [] };
    releases.set(id, release);
    return release;
  };
  for (const { tag, draft } of setup.releases ?? []) add(tag, draft, '');

  const toJson = (release: FakeRelease) => ({
    id: release.id,
    tag_name: release.tag,
    draft: release.draft,
    immutable: release.immutable,
    body: release.notes,
    url: `${api}/repos/${repository}/releases/${release.id}`,
    html_url: `https://github.test/${repository}/releases/tag/${release.tag}`,
    upload_url: `${api}/uploads/repos/${repository}/releases/${release.id}/assets{?name,label}`,
    assets: release.assets.map(({ id, name, digest }) => ({
      ...{ id, name, digest },
      url: `${api}/repos/${repository}/releases/assets/${id}`,
    })),
  });

  function create({ tag_name, draft, body }: Readonly<Record<string, unknown>>): Answer {
    const tag = String(tag_name);
    if ([...releases.values()].some((other) => other.tag === tag && other.immutable)) {
      return invalid('tag_name was used by an immutable release');
    }
    return ok(toJson(add(tag, draft === true, String(body ?? ''))), 201);
  }

  function edit(release: FakeRelease, change: Readonly<Record<string, unknown>>): Answer {
    const published = change.draft === false;
    const edited = {
      ...release,
      draft: release.draft && !published,
      immutable: release.immutable || (published && setup.immutableReleases !== false),
      latest: String(change.make_latest ?? release.latest),
      notes: String(change.body ?? release.notes),
    };
    releases.set(release.id, edited);
    return ok(toJson(edited));
  }

  function upload(release: FakeRelease, name: string, body: Buffer): Answer {
    if (release.immutable) return invalid('Cannot upload assets to an immutable release.');
    if (release.assets.some((asset) => asset.name === name)) return invalid('already_exists');
    const bytes = setup.corruptsAssets ? Buffer.concat([body, Buffer.from('x')]) : body;
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const asset = { id: nextId++, name, digest };
    contents.set(asset.id, bytes);
    releases.set(release.id, { ...release, assets: [...release.assets, asset] });
    return ok({ id: asset.id, name, state: 'uploaded' }, 201);
  }

  function removeAsset(id: number): Answer {
    const release = [...releases.values()].find(({ assets }) =>
      assets.some((asset) => asset.id === id),
    );
    if (release === undefined) return notFound;
    if (release.immutable) return invalid('Cannot delete assets of an immutable release.');
    const assets = release.assets.filter((asset) => asset.id !== id);
    releases.set(release.id, { ...release, assets });
    return { status: 204, body: '' };
  }

  function setTag(tag: string, sha: unknown): Answer {
    if (setup.refusesTags) return { status: 403, body: { message: 'Resource not accessible' } };
    const burned = [...releases.values()].some(
      (release) => release.tag === tag && release.immutable,
    );
    if (burned) return invalid('The tag of an immutable release cannot be updated.');
    tags.set(tag, String(sha));
    return ok({ ref: `refs/tags/${tag}` });
  }

  function answerGraphQl(text: string): Answer {
    const { query, variables } = JSON.parse(text);
    if (query.includes('createCommitOnBranch')) return commit(variables.input);
    if (query.includes('RepositoryFindRef')) {
      const found = tags.has(variables.tagName.replace('refs/tags/', ''));
      return ok({ data: { repository: { ref: { id: found ? 'REF_1' : '' } } } });
    }
    // GitHub's CLI finds drafts so: REST does not give them by their tag.
    const drafts = [...releases.values()].filter(({ tag }) => tag === variables.tagName);
    const [release] = drafts.map(({ id, draft }) => ({ databaseId: id, isDraft: draft }));
    return ok({ data: { repository: { release: release ?? null } } });
  }

  function commit({ branch, expectedHeadOid, fileChanges }: CommitInput): Answer {
    if (branches.get(branch.branchName) !== expectedHeadOid) {
      return ok({ errors: [{ message: 'Expected branch to point to another commit' }] });
    }
    commits.push({ branch: branch.branchName, ...fileChanges });
    return ok({ data: { createCommitOnBranch: { commit: { oid: 'f'.repeat(40) } } } });
  }

  function answerRelease(method: string, rest: readonly string[], body: Buffer): Answer {
    const [first, second] = rest;
    if (first === 'assets') {
      if (method === 'DELETE') return removeAsset(Number(second));
      const bytes = contents.get(Number(second));
      return bytes === undefined ? notFound : ok(bytes);
    }
    if (first === undefined) {
      if (method === 'POST') return create(JSON.parse(String(body)));
      return ok([...releases.values()].map(toJson));
    }
    if (first === 'tags') {
      const found = [...releases.values()].find(({ tag, draft }) => tag === second && !draft);
      return found === undefined ? notFound : ok(toJson(found));
    }
    const release = releases.get(Number(first));
    if (release === undefined) return notFound;
    return method === 'PATCH' ? edit(release, JSON.parse(String(body))) : ok(toJson(release));
  }

  function answerTag(tag = ''): Answer {
    const sha = tags.get(tag);
    return sha === undefined ? notFound : ok({ sha });
  }

  function answerCommit(sha = ''): Answer {
    const { verified, ...people } = { ...headOfDependabot, ...setup.head };
    return ok({ sha, ...people, commit: { verification: { verified } } });
  }

  function answer(method: string, path: string, body: Buffer): Answer {
    const url = new URL(path.replace(/^\//, ''), 'https://api.github.test/');
    const parts = url.pathname.split('/').filter(Boolean);
    if (parts[0] === 'graphql') return answerGraphQl(String(body));
    const uploads = parts[0] === 'uploads';
    const [, owner, name, room, ...rest] = uploads ? parts.slice(1) : parts;
    if (`${owner}/${name}` !== repository) return notFound;
    if (uploads) {
      const release = releases.get(Number(rest[0]));
      const asset = url.searchParams.get('name') ?? '';
      return release === undefined ? notFound : upload(release, asset, body);
    }
    if (room === 'releases') return answerRelease(method, rest, body);
    if (room === 'commits') return rest[0] === 'tags' ? answerTag(rest[1]) : answerCommit(rest[0]);
    if (room === 'contents') {
      return ok(Object.entries(setup.dist ?? {}).map(([name, sha]) => ({ name, sha })));
    }
    if (room !== 'git') return notFound;
    if (rest[0] === 'matching-refs') {
      const named = [...tags.keys()].filter((tag) => tag.startsWith(rest[2] ?? ''));
      return ok(named.map((tag) => ({ ref: `refs/tags/${tag}` })));
    }
    const { ref = '', sha, force } = JSON.parse(String(body));
    if (method === 'POST') return setTag(ref.replace('refs/tags/', ''), sha);
    return force === true ? setTag(rest[2] ?? '', sha) : invalid('Update is not a fast forward');
  }

  return { tags, commits, releases: () => [...releases.values()], answer };
}

const headOfDependabot: FakeHead = {
  author: { login: 'dependabot[bot]' },
  committer: { login: 'web-flow' },
  verified: true,
};

const notFound: Answer = { status: 404, body: { message: 'Not Found' } };

function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

function invalid(message: string): Answer {
  return { status: 422, body: { message } };
}
