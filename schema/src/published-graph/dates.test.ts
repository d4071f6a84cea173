import { describe, expect, it, test } from 'vitest'
import { places } from './testing/graph.ts'

/** The word for each: a day is `on`, alone or at the end of a name, and an instant is `at`. */
const WORDS: Readonly<Record<string, RegExp>> = { Date: /(^on|On)$/, DateTime: /(^at|At)$/ }

const dates = places.filter(({ of }) => of in WORDS)

describe('the vocabulary of dates', () => {
  it.each(dates)('$coordinate says what it is', ({ name, of }) => {
    expect(name).toMatch(WORDS[of] as RegExp)
  })

  it.each(places.filter(({ name }) => /(^|[a-z])(On|At)$/.test(name)))(
    '$coordinate is what it says',
    ({ name, of }) => {
      expect(of).toBe(name.endsWith('On') ? 'Date' : 'DateTime')
    },
  )

  test('a period of days has both of its ends by the same words', () => {
    const former = places.filter(
      ({ name, of }) => of === 'Date' && /^(valid|from$|to$|until$|since$)/.test(name),
    )
    expect(former.map(({ coordinate }) => coordinate)).toEqual(['LearningGoalDefinitionFilter.validOn'])
    expect(dates.length).toBeGreaterThan(80)
  })
})
