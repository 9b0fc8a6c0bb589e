import type { GitHubAnswer } from './answer.ts';

/** What the run wanted of a pull request. */
export type Wanted = 'write comments' | 'find pull requests';

/** One sentence for people: why GitHub did not do what the run wanted, and what to do. */
export function problemOf(answer: GitHubAnswer, wanted: Wanted): string {
  switch (answer.kind) {
    case 'throttled':
      return `GitHub limits the token's requests for longer than the run waits: run it again later (${answer.text})`;
    case 'lost':
      return `GitHub gave no usable answer: run it again when githubstatus.com shows no incident (${answer.text})`;
    case 'refused':
      return `${refusals[answer.status]?.[wanted] ?? unexpected[wanted]} (${answer.text})`;
  }
}

type Sentences = Readonly<Record<Wanted, string>>;

const badToken =
  "GitHub does not know the token: give github-token the job's token, or a valid one";
const notFound =
  'the token sees no such pull request: give github-token a token of this repository';

const refusals: Readonly<Record<number, Sentences>> = {
  401: { 'write comments': badToken, 'find pull requests': badToken },
  403: {
    'write comments':
      'the token may not write comments: give the job permissions: pull-requests: write (a pull request of a fork cannot have it)',
    'find pull requests':
      'the token may not find pull requests: give the job permissions: pull-requests: read',
  },
  404: { 'write comments': notFound, 'find pull requests': notFound },
};

const unexpected: Sentences = {
  'write comments': 'GitHub refused the comment: see what it answered',
  'find pull requests': 'GitHub refused to find the pull request: see what it answered',
};
