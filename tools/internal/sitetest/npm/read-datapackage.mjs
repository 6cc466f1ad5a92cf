// Reads a data package with "datapackage", the library of the standard's authors: the
// descriptor against their profiles, then every cell against its field and every foreign key
// against its table. Prints "<resource> <rows>" for each table; exits 1 on any error.
//
// The library knows version 1 of the standard. What version 2 added is put into the older
// words first, so that this does not check it; a test in Go does.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import datapackage from 'datapackage';

const file = process.argv[2];
const descriptor = JSON.parse(readFileSync(file, 'utf8'));
for (const resource of descriptor.resources.filter((r) => r.schema)) {
  resource.profile = 'tabular-data-resource';
  const { schema } = resource;
  schema.missingValues = schema.missingValues.map((m) => m.value);
  delete schema.uniqueKeys;
  // An empty basis is a value in version 2 (missing values by field); here it is none.
  if (schema.primaryKey?.includes('basis')) delete schema.primaryKey;
  for (const field of schema.fields) {
    delete field.missingValues;
    if (field.type === 'list') field.type = 'string';
    const values = (field.categories ?? []).map((c) => c.value).filter((v) => v !== '');
    if (values.length) field.constraints = { ...field.constraints, enum: values };
  }
}

const errors = [];
const pack = await datapackage.Package.load(descriptor, { basePath: dirname(file), strict: false });
errors.push(...pack.errors);
for (const resource of pack.resources.filter((r) => r.tabular)) {
  try {
    const rows = await resource.read({ relations: true });
    console.log(resource.name, rows.length);
  } catch (error) {
    errors.push(...(error.errors?.length ? error.errors : [error]).map((e) => `${resource.name}: ${e.message ?? e}`));
  }
}
for (const error of errors) console.error(String(error));
process.exit(errors.length ? 1 : 0);
