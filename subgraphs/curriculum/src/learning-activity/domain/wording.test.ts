import { expect, test } from 'vitest'
import { wordingOf } from './wording.ts'

const NOTHING_ELSE = { description: null, validMonths: null, courseHours: null }

test.each([
  [{ title: 'Kurs' }, { title: 'Kurs', ...NOTHING_ELSE }],
  [
    { title: 'Kurs', ...NOTHING_ELSE },
    { title: 'Kurs', ...NOTHING_ELSE },
  ],
  [{ title: 'Kurs i\n\n  akutt\tmedisin' }, { title: 'Kurs i akutt medisin', ...NOTHING_ELSE }],
  [
    { title: 'Kurs', description: 'Én dag.\nMøt presis.', validMonths: 24, courseHours: 15 },
    { title: 'Kurs', description: 'Én dag.\nMøt presis.', validMonths: 24, courseHours: 15 },
  ],
])('B32 an activity that is given as %j says %j: its title is one line', (input, wording) => {
  expect(wordingOf(input)).toEqual(wording)
})
