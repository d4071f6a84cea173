import { expect, test } from 'vitest'
import { required } from './required.ts'

test('what is set is given as it is', () => {
  expect(required({ ISSUER: 'https://a', SCOPE: 'b' }, 'ISSUER')).toBe('https://a')
})

test.each([{}, { ISSUER: undefined }, { ISSUER: '' }])('of %j the error names what is missing', (env) => {
  expect(() => required(env, 'ISSUER')).toThrow('ISSUER is not set')
})
