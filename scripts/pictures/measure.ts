import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser, picturePackages } from '../tools/paths.ts';

/** A page as GitHub renders it, and its limits. Sizes are in CSS pixels. */
export interface Shot {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** The width of the Markdown body's content. */
  readonly width: number;
  readonly fontSize: number;
  /** What must fit: tables, or on a phone the columns CIDR and ASN of the first table. */
  readonly mustFit: 'tables' | 'cidr and asn';
  /** Undefined for no limit. */
  readonly maxHeight: number | undefined;
  readonly markdown: string;
  /** The file of its picture; undefined for none. */
  readonly picture: string | undefined;
  /** The same, with open folds. */
  readonly openPicture: string | undefined;
}

/** The measures of a browser. */
interface Measures {
  /** The height of the article, with closed folds. */
  readonly height: number;
  /** Elements that reach beyond the right edge or are cut off there, with open folds. */
  readonly beyond: readonly {
    readonly tag: string;
    /** The index among elements with this tag, from 1. */
    readonly number: number;
    readonly pixels: number;
  }[];
  /** The columns CIDR and ASN of the first table, if they are missing or need scrolling. */
  readonly outOfSight: readonly string[];
}

/** A shot with its measures. */
export type MeasuredShot = Shot & Measures;

/** Takes shots in one browser. Throws if there is no browser, or if it fails. */
export function takeShots(shots: readonly Shot[]): readonly MeasuredShot[] {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('no Chromium or Chrome: set CHROMIUM to its path');
  const camera = join(import.meta.dirname, 'camera.mjs');
  const { status, stdout } = spawnSync(process.execPath, [camera, browser, picturePackages], {
    input: JSON.stringify(shots),
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the camera ended with ${status}`);
  const measures: readonly Measures[] = JSON.parse(stdout);
  return shots.map((shot, index) => {
    const found = measures[index];
    if (found === undefined) throw new Error(`${shot.name} was not measured`);
    return { ...shot, ...found };
  });
}
