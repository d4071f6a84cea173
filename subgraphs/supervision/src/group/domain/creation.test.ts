import { accepted, refused } from '@kompetanse/command/decision'
import { expect, test } from 'vitest'
import { decideCreation } from './decide.ts'

const name = 'Bergen'

test.each([
  ['by who guides somebody', name, {}, accepted({ name })],
  ['by nobody else', name, { guides: false }, refused('NOT_PERMITTED')],
  ['with a name', '', {}, refused('NAME_REQUIRED')],
  ['of a track that there is', name, { trackKnown: false }, refused('TRACK_UNKNOWN')],
] as const)('a group is begun %s', (_how, given, rest, expected) => {
  expect(decideCreation(given, { guides: true, trackKnown: true, ...rest })).toEqual(expected)
})
