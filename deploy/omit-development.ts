/** `node deploy/omit-development.ts`: takes away the packages that only development needs, for an image. */
import { rmSync } from 'node:fs'
import { packagesOf } from './production-packages.ts'

for (const path of packagesOf('.').development) rmSync(path, { recursive: true, force: true })
