import { describe, expect, it } from 'vitest'
import { createSeal } from './seal.ts'

describe('a seal', () => {
  const seal = createSeal('a long secret', 'sessions')

  it('gives back what it closed', () => {
    expect(seal.open(seal.close({ name: 'Åse' }))).toEqual({ name: 'Åse' })
  })

  it('does not open what was changed, what another key closed, or what is no seal', () => {
    const sealed = seal.close('tokens')
    sealed[sealed.length - 1]! ^= 1
    expect(seal.open(sealed)).toBeUndefined()
    expect(seal.open(createSeal('a long secret', 'sign-in').close('tokens'))).toBeUndefined()
    expect(seal.open(Buffer.from('x'))).toBeUndefined()
  })
})
