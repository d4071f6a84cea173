/** Prepares the server at DATABASE_URL (a superuser's): database, roles with DATABASE_PASSWORD, schemas, event bus, keys. */
import { provision } from '@kompetanse/database/embedded'
import { loadKeys } from './keys.ts'

const { DATABASE_URL, DATABASE_PASSWORD, KEYS_DIR = '/keys' } = process.env
if (!DATABASE_URL || !DATABASE_PASSWORD) throw new Error('DATABASE_URL and DATABASE_PASSWORD are needed')
await loadKeys(KEYS_DIR)
await provision({ adminUrl: DATABASE_URL, password: DATABASE_PASSWORD })
