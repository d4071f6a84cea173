import './queue.ts'
import './bulk.ts'
