import { expect, test } from 'vitest'
import { ownerWord } from './words.ts'

const VEST = { __typename: 'Region' as const, code: 'HELSE_VEST' as const }

test('F017 whose a template is has a name, a region also while identity is away', () => {
  const regions = [{ code: 'HELSE_VEST' as const, name: 'Helse Vest' }]
  expect(ownerWord(VEST, regions)).toBe('Helse Vest')
  expect(ownerWord(VEST, [])).toBe('Region HELSE_VEST')
  expect(ownerWord({ __typename: 'Enterprise', id: 'n', name: 'Nordvåg kommune' }, [])).toBe(
    'Nordvåg kommune',
  )
  expect(ownerWord(null, regions)).toBe('Portalens egne')
})
