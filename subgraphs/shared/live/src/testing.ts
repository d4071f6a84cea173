export type { Happening } from './testing/revocation.ts'
export { revocationTests, type Effects } from './testing/revocation-tests.ts'
export { settled } from './testing/settled.ts'
