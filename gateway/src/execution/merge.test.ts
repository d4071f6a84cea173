import { expect, it } from 'vitest'
import { copyJson } from '../json/json.ts'
import { PreciseNumber } from '../json/precise-number.ts'
import { mergeInto } from './merge.ts'

it('a number that a double cannot hold is one value to merging and to copying', () => {
  const number = new PreciseNumber('9007199254740993')
  const target = { known: number, null: number }
  mergeInto(target, { known: new PreciseNumber('12345678901234567890'), null: null })
  expect(JSON.stringify(copyJson({ ...target, list: [number] }))).toBe(
    '{"known":12345678901234567890,"null":9007199254740993,"list":[9007199254740993]}',
  )
})
