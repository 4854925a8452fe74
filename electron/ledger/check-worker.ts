import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { quickCheck } from './open.ts';

const db = new Database((workerData as { file: string }).file, { readonly: true });
const found = quickCheck(db);
db.close();
parentPort?.postMessage(found);
