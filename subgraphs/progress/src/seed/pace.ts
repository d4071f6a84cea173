/** How far each demo trainee has come. */
import type { Person } from '../generated/db/client.ts'
import { chance } from '@kompetanse/process/seeding'

/** Shares of goals that are done, as the drawn pages tell of them. */
const SHARES: Readonly<Record<string, number>> = {
  'Amalie Nygård': 0.614,
  'Elias Brekke': 0.72,
  'Jonas Haugland': 0.66,
  'Kristoffer Lien': 0.38,
  'Maja Østby': 0,
  'Nora Fjeld': 0.9,
  'Sara Elise Moen': 0.44,
  'Thea Marie Sandvik': 0.97,
}

/** Tracks that this portal owns (F032); the others have documented most of theirs in a regional one. */
const HERE = ['ALM', 'ARB', 'LIS1', 'SAM']

const MONTH = 30.4 * 86_400_000

/** The share of goals that a trainee has finished by now: as set here, or as many as the time in training makes likely. */
export function shareDone({ displayName, part, trackCode, trainingStartedOn }: Person, now: Date): number {
  const share = SHARES[displayName]
  if (share !== undefined) return share
  const months = (now.getTime() - (trainingStartedOn ?? now).getTime()) / MONTH
  const pace = 0.85 + 0.3 * chance('pace', displayName)
  return Math.min(
    HERE.includes(trackCode ?? '') ? 0.95 : 0.2,
    Math.max(0, (pace * months) / (part === 'PART_1' ? 7 : 46)),
  )
}

/**
 * The first of these ids that are done, in an order that is the trainee's own: nobody learns in the order of the
 * regulation. The next ones in that order are what the trainee works on now.
 */
export function inOwnOrder<T extends { readonly id: string }>(
  items: readonly T[],
  trainee: string,
  key: (item: T) => string,
): T[] {
  return items.toSorted((a, b) => chance(trainee, key(a)) - chance(trainee, key(b)))
}
