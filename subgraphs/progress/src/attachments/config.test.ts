import { describe, expect, it } from 'vitest'
import { filesConfig } from './config.ts'

describe('F007 a scanner', () => {
  it.each([{}, { NODE_ENV: 'production' }, { NODE_ENV: 'staging' }])('is needed with %o', (env) => {
    expect(() => filesConfig(env)).toThrow('FILES_CLAMD')
    expect(filesConfig({ ...env, FILES_CLAMD: 'clamd:3310' }).scanner.enough).toEqual(['CLEAN'])
  })

  it.each(['development', 'test'])(
    'may be left out in %s, and nothing is then called clean',
    async (mode) => {
      const { scanner } = filesConfig({ NODE_ENV: mode })
      expect(await scanner.scan('any')).toBe('NOT_SCANNED')
    },
  )
})
