import { appointAdminCommand } from './appoint-admin.command.js';
import { backupCommand } from './backup.command.js';
import type { Command } from './command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { doctorCommand } from './doctor.command.js';
import { initCommand } from './init.command.js';
import { restoreCommand } from './restore.command.js';
import { resumeSendingCommand } from './resume-sending.command.js';
import { simulateCommand } from './simulate.command.js';
import { signInCodeCommand } from './sign-in-code.command.js';
import { verifyCommand } from './verify.command.js';

/** Every command of `passerelle`, in the order of its help. */
export const commands: readonly Command[] = [initCommand, appointAdminCommand, doctorCommand, backupCommand, restoreCommand, resumeSendingCommand, signInCodeCommand, verifyCommand, exportCommand, importCommand, simulateCommand];
