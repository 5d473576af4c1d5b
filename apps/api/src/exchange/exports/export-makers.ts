import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { BackupFiles } from '../../backup/backup-files.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import type { BackupWish, ExportWish, OrgWish } from './export-record.js';
import { exportFaults } from './export-wording.js';
import type { FileInMaking } from './file-in-making.js';
import { ListReader } from './list-reader.js';
import type { ListWish } from './list-wish.js';
import { makeListFile } from './make-list-file.js';
import { makeOrgArchive } from './make-org-archive.js';

interface Maker<Wish> {
  /** Throws `ApiFailure` for what cannot be made. */
  check(wish: Wish, actor: Actor): Promise<void>;
  make(wish: Wish, actor: Actor): Promise<FileInMaking>;
}

/** Who makes which kind of file. */
@Injectable()
export class ExportMakers {
  private readonly makers: { readonly list: Maker<ListWish>; readonly org: Maker<OrgWish>; readonly backup: Maker<BackupWish> };

  constructor(lists: ListReader, backups: BackupFiles) {
    this.makers = {
      list: {
        check: async (wish, actor) => void (await lists.plan(wish, actor)),
        make: (wish, actor) => makeListFile(wish, actor, lists),
      },
      org: {
        check: async ({ objects, format }, actor) => {
          if (objects.length === 0) throw new ApiFailure('BAD_REQUEST', exportFaults.nothingChosen);
          for (const object of objects) await lists.plan({ object, format }, actor);
        },
        make: (wish, actor) => makeOrgArchive(wish, actor, lists),
      },
      backup: {
        check: async (_wish, actor) => admitAdmin(actor),
        make: async (wish, actor) => {
          admitAdmin(actor);
          return backups.make(actor, wish);
        },
      },
    };
  }

  check(wanted: ExportWish, actor: Actor): Promise<void> {
    return this.makerOf(wanted).check(wanted.wish, actor);
  }

  make(wanted: ExportWish, actor: Actor): Promise<FileInMaking> {
    return this.makerOf(wanted).make(wanted.wish, actor);
  }

  private makerOf({ kind }: ExportWish): Maker<ExportWish['wish']> {
    return this.makers[kind] as Maker<ExportWish['wish']>;
  }
}

function admitAdmin({ access }: Actor): void {
  if (!access.admin) throw new ApiFailure('FORBIDDEN', exportFaults.adminsOnly);
}
