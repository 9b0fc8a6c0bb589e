import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../tools/browser.ts';
import { picturePackages } from '../tools/cache.ts';

/** A page as GitHub shows it, and what is expected of it there. Sizes are in CSS pixels. */
export interface Shot {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** Of the content of the Markdown body. */
  readonly width: number;
  readonly fontSize: number;
  /** What must fit: tables, or on a phone the columns CIDR and ASN of the first table. */
  readonly mustFit: 'tables' | 'cidr and asn';
  /** Undefined where any height will do. */
  readonly maxHeight: number | undefined;
  readonly markdown: string;
  /** The file for a picture of it; undefined for none. */
  readonly picture: string | undefined;
  /** The same, with its folds open. */
  readonly openPicture: string | undefined;
}

/** What a browser measured. */
interface Measures {
  /** Of the article, with closed folds. */
  readonly height: number;
  /** What the right edge cuts off, or what reaches beyond it, with open folds. */
  readonly beyond: readonly {
    readonly tag: string;
    /** Of the elements with this tag, from 1. */
    readonly number: number;
    readonly pixels: number;
  }[];
  /** Of the columns CIDR and ASN of the first table: those that are not there, or need scrolling. */
  readonly outOfSight: readonly string[];
}

/** A shot with its measures. */
export type MeasuredShot = Shot & Measures;

/** Takes shots with one browser, one after the other. Throws where there is no browser, or it fails. */
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
