import { defineEntity, p } from '@mikro-orm/core';
import { File } from '../file/file.entity.ts';
import { Dashboard } from './dashboard.entity.ts';

/** A file's membership of a dashboard. The ids grow in the order in which files were added. */
const DashboardFileSchema = defineEntity({
  name: 'DashboardFile',
  tableName: 'dashboard_files',
  uniques: [{ name: 'dashboard_files_dashboard_id_file_id_unique', properties: ['dashboardId', 'fileId'] }],
  properties: {
    id: p.integer().primary(),
    dashboardId: () => p.manyToOne(Dashboard).mapToPk().fieldName('dashboard_id').index(false),
    fileId: () => p.manyToOne(File).mapToPk().fieldName('file_id').index('dashboard_files_file_id_index'),
    createdAt: p.datetime(3),
  },
});

export class DashboardFile extends DashboardFileSchema.class {}
DashboardFileSchema.setClass(DashboardFile);
