import { mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs'

/** In the copy that is changed: our packages by their names, so that a test of it loads what was changed. */
const OURS = 'node_modules/@kompetanse'
const original = `${process.env['MUTATION_ROOT']}/${OURS}`

mkdirSync(OURS, { recursive: true })
for (const name of readdirSync(original)) symlinkSync(readlinkSync(`${original}/${name}`), `${OURS}/${name}`)
