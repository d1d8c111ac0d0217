// @ts-nocheck
// Made from asyncapi.json: change that and run `npm run wire`.
import type { FrameCheck } from './read-frame.js';
const HelloFrame = validate21;
const schema6 = { $id: 'HelloFrame', $ref: 'wire#/definitions/HelloFrame' };
const schema8 = {
  type: 'object',
  required: ['type', 'version', 'token'],
  properties: {
    type: { const: 'hello' },
    version: { const: 1 },
    token: { type: 'string', minLength: 1, maxLength: 8192 },
    cursors: {
      type: 'object',
      maxProperties: 1000,
      propertyNames: { maxLength: 200 },
      additionalProperties: { $ref: 'wire#/definitions/Cursor' },
    },
  },
};
const schema9 = { type: 'integer', minimum: 0, maximum: 9007199254740991 };
function validate24(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    validate24.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'integer' } }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == 'number' && isFinite(data)) {
      if (data > 9007199254740991 || isNaN(data)) {
        validate24.errors = [
          {
            instancePath,
            schemaPath: '#/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 9007199254740991 },
          },
        ];
        return false;
      } else {
        if (data < 0 || isNaN(data)) {
          validate24.errors = [
            { instancePath, schemaPath: '#/minimum', keyword: 'minimum', params: { comparison: '>=', limit: 0 } },
          ];
          return false;
        }
      }
    }
  }
  validate24.errors = vErrors;
  return errors === 0;
}
function validate23(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.version === undefined && (missing0 = 'version')) ||
        (data.token === undefined && (missing0 = 'token'))
      ) {
        validate23.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('hello' !== data.type) {
            validate23.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'hello' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.version !== undefined) {
            const _errs2 = errors;
            if (1 !== data.version) {
              validate23.errors = [
                {
                  instancePath: instancePath + '/version',
                  schemaPath: '#/properties/version/const',
                  keyword: 'const',
                  params: { allowedValue: 1 },
                },
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.token !== undefined) {
              let data2 = data.token;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data2 === 'string') {
                  if (data2.length > 8192) {
                    validate23.errors = [
                      {
                        instancePath: instancePath + '/token',
                        schemaPath: '#/properties/token/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 8192 },
                      },
                    ];
                    return false;
                  } else {
                    if (data2.length < 1) {
                      validate23.errors = [
                        {
                          instancePath: instancePath + '/token',
                          schemaPath: '#/properties/token/minLength',
                          keyword: 'minLength',
                          params: { limit: 1 },
                        },
                      ];
                      return false;
                    }
                  }
                } else {
                  validate23.errors = [
                    {
                      instancePath: instancePath + '/token',
                      schemaPath: '#/properties/token/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.cursors !== undefined) {
                let data3 = data.cursors;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                    if (Object.keys(data3).length > 1000) {
                      validate23.errors = [
                        {
                          instancePath: instancePath + '/cursors',
                          schemaPath: '#/properties/cursors/maxProperties',
                          keyword: 'maxProperties',
                          params: { limit: 1000 },
                        },
                      ];
                      return false;
                    } else {
                      for (const key0 in data3) {
                        const _errs7 = errors;
                        if (typeof key0 === 'string') {
                          if (key0.length > 200) {
                            const err0 = {
                              instancePath: instancePath + '/cursors',
                              schemaPath: '#/properties/cursors/propertyNames/maxLength',
                              keyword: 'maxLength',
                              params: { limit: 200 },
                              propertyName: key0,
                            };
                            if (vErrors === null) {
                              vErrors = [err0];
                            } else {
                              vErrors.push(err0);
                            }
                            errors++;
                          }
                        }
                        var valid1 = _errs7 === errors;
                        if (!valid1) {
                          const err1 = {
                            instancePath: instancePath + '/cursors',
                            schemaPath: '#/properties/cursors/propertyNames',
                            keyword: 'propertyNames',
                            params: { propertyName: key0 },
                          };
                          if (vErrors === null) {
                            vErrors = [err1];
                          } else {
                            vErrors.push(err1);
                          }
                          errors++;
                          validate23.errors = vErrors;
                          return false;
                          break;
                        }
                      }
                      if (valid1) {
                        for (const key1 in data3) {
                          const _errs9 = errors;
                          if (
                            !validate24(data3[key1], {
                              instancePath: instancePath + '/cursors/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                              parentData: data3,
                              parentDataProperty: key1,
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                            errors = vErrors.length;
                          }
                          var valid2 = _errs9 === errors;
                          if (!valid2) {
                            break;
                          }
                        }
                      }
                    }
                  } else {
                    validate23.errors = [
                      {
                        instancePath: instancePath + '/cursors',
                        schemaPath: '#/properties/cursors/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate23.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="HelloFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate23(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
    errors = vErrors.length;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
const PingFrame = validate27;
const schema10 = { $id: 'PingFrame', $ref: 'wire#/definitions/PingFrame' };
const schema11 = { type: 'object', required: ['type'], properties: { type: { const: 'ping' } } };
function validate28(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.type === undefined && (missing0 = 'type')) {
        validate28.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          if ('ping' !== data.type) {
            validate28.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'ping' },
              },
            ];
            return false;
          }
        }
      }
    } else {
      validate28.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate28.errors = vErrors;
  return errors === 0;
}
function validate27(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="PingFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate28(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
    errors = vErrors.length;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
const AcceptFrame = validate30;
const schema12 = { $id: 'AcceptFrame', $ref: 'wire#/definitions/AcceptFrame' };
const schema13 = {
  type: 'object',
  required: ['type', 'id', 'chatId'],
  properties: {
    type: { const: 'accept' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
  },
};
const schema14 = { type: 'string', minLength: 1, maxLength: 200 };
function validate32(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 200) {
        validate32.errors = [{ instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 200 } }];
        return false;
      } else {
        if (data.length < 1) {
          validate32.errors = [{ instancePath, schemaPath: '#/minLength', keyword: 'minLength', params: { limit: 1 } }];
          return false;
        }
      }
    } else {
      validate32.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate32.errors = vErrors;
  return errors === 0;
}
function validate31(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId'))
      ) {
        validate31.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('accept' !== data.type) {
            validate31.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'accept' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate31.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="AcceptFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate31(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
    errors = vErrors.length;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
const SendFrame = validate36;
const schema15 = { $id: 'SendFrame', $ref: 'wire#/definitions/SendFrame' };
const schema16 = {
  type: 'object',
  required: ['type', 'id', 'chatId', 'message'],
  properties: {
    type: { const: 'send' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
    message: { $ref: 'wire#/definitions/OutgoingMessage' },
  },
};
const schema17 = {
  type: 'object',
  required: ['id', 'text', 'time'],
  properties: {
    id: { $ref: 'wire#/definitions/Id' },
    text: { type: 'string', minLength: 1, maxLength: 60000 },
    time: { $ref: 'wire#/definitions/Time' },
  },
};
const schema18 = { type: 'number', minimum: -8640000000000000, maximum: 8640000000000000 };
function validate42(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data == 'number' && isFinite(data)) {
      if (data > 8640000000000000 || isNaN(data)) {
        validate42.errors = [
          {
            instancePath,
            schemaPath: '#/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 8640000000000000 },
          },
        ];
        return false;
      } else {
        if (data < -8640000000000000 || isNaN(data)) {
          validate42.errors = [
            {
              instancePath,
              schemaPath: '#/minimum',
              keyword: 'minimum',
              params: { comparison: '>=', limit: -8640000000000000 },
            },
          ];
          return false;
        }
      }
    } else {
      validate42.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'number' } }];
      return false;
    }
  }
  validate42.errors = vErrors;
  return errors === 0;
}
function validate40(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.time === undefined && (missing0 = 'time'))
      ) {
        validate40.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.id !== undefined) {
          const _errs1 = errors;
          if (
            !validate32(data.id, {
              instancePath: instancePath + '/id',
              parentData: data,
              parentDataProperty: 'id',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.text !== undefined) {
            let data1 = data.text;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data1 === 'string') {
                if (data1.length > 60000) {
                  validate40.errors = [
                    {
                      instancePath: instancePath + '/text',
                      schemaPath: '#/properties/text/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 60000 },
                    },
                  ];
                  return false;
                } else {
                  if (data1.length < 1) {
                    validate40.errors = [
                      {
                        instancePath: instancePath + '/text',
                        schemaPath: '#/properties/text/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                      },
                    ];
                    return false;
                  }
                }
              } else {
                validate40.errors = [
                  {
                    instancePath: instancePath + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                  },
                ];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.time !== undefined) {
              const _errs4 = errors;
              if (
                !validate42(data.time, {
                  instancePath: instancePath + '/time',
                  parentData: data,
                  parentDataProperty: 'time',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate40.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate40.errors = vErrors;
  return errors === 0;
}
function validate37(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate37.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('send' !== data.type) {
            validate37.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'send' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.message !== undefined) {
                const _errs4 = errors;
                if (
                  !validate40(data.message, {
                    instancePath: instancePath + '/message',
                    parentData: data,
                    parentDataProperty: 'message',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate37.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate37.errors = vErrors;
  return errors === 0;
}
function validate36(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SendFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate37(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
    errors = vErrors.length;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
const TypingFrame = validate46;
const schema19 = { $id: 'TypingFrame', $ref: 'wire#/definitions/TypingFrame' };
const schema20 = {
  type: 'object',
  required: ['type', 'chatId', 'typing'],
  properties: { type: { const: 'typing' }, chatId: { $ref: 'wire#/definitions/Id' }, typing: { type: 'boolean' } },
};
function validate47(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.typing === undefined && (missing0 = 'typing'))
      ) {
        validate47.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('typing' !== data.type) {
            validate47.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'typing' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.chatId !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.typing !== undefined) {
              const _errs3 = errors;
              if (typeof data.typing !== 'boolean') {
                validate47.errors = [
                  {
                    instancePath: instancePath + '/typing',
                    schemaPath: '#/properties/typing/type',
                    keyword: 'type',
                    params: { type: 'boolean' },
                  },
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate47.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate47.errors = vErrors;
  return errors === 0;
}
function validate46(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TypingFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate47(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
    errors = vErrors.length;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
const EndFrame = validate50;
const schema21 = { $id: 'EndFrame', $ref: 'wire#/definitions/EndFrame' };
const schema22 = {
  type: 'object',
  required: ['type', 'id', 'chatId'],
  properties: {
    type: { const: 'end' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
  },
};
function validate51(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId'))
      ) {
        validate51.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('end' !== data.type) {
            validate51.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'end' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate51.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate51.errors = vErrors;
  return errors === 0;
}
function validate50(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="EndFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate51(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
    errors = vErrors.length;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
const SubmitFrame = validate55;
const schema23 = { $id: 'SubmitFrame', $ref: 'wire#/definitions/SubmitFrame' };
const schema24 = {
  type: 'object',
  required: ['type', 'id', 'chatId', 'values', 'reason'],
  properties: {
    type: { const: 'submit' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
    values: { $ref: 'wire#/definitions/WrapUpValues' },
    reason: { $ref: 'wire#/definitions/WrapUpReason' },
  },
};
const schema25 = {
  type: 'object',
  required: [],
  properties: {
    disposition: { type: 'string', maxLength: 200 },
    notes: { $ref: 'wire#/definitions/Text' },
    extra: { type: 'object', maxProperties: 100, additionalProperties: { type: 'string', maxLength: 2000 } },
  },
};
const schema26 = { type: 'string', maxLength: 60000 };
function validate60(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 60000) {
        validate60.errors = [
          { instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 60000 } },
        ];
        return false;
      }
    } else {
      validate60.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate60.errors = vErrors;
  return errors === 0;
}
function validate59(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.disposition !== undefined) {
        let data0 = data.disposition;
        const _errs1 = errors;
        if (errors === _errs1) {
          if (typeof data0 === 'string') {
            if (data0.length > 200) {
              validate59.errors = [
                {
                  instancePath: instancePath + '/disposition',
                  schemaPath: '#/properties/disposition/maxLength',
                  keyword: 'maxLength',
                  params: { limit: 200 },
                },
              ];
              return false;
            }
          } else {
            validate59.errors = [
              {
                instancePath: instancePath + '/disposition',
                schemaPath: '#/properties/disposition/type',
                keyword: 'type',
                params: { type: 'string' },
              },
            ];
            return false;
          }
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.notes !== undefined) {
          const _errs3 = errors;
          if (
            !validate60(data.notes, {
              instancePath: instancePath + '/notes',
              parentData: data,
              parentDataProperty: 'notes',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs3 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.extra !== undefined) {
            let data2 = data.extra;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                if (Object.keys(data2).length > 100) {
                  validate59.errors = [
                    {
                      instancePath: instancePath + '/extra',
                      schemaPath: '#/properties/extra/maxProperties',
                      keyword: 'maxProperties',
                      params: { limit: 100 },
                    },
                  ];
                  return false;
                } else {
                  for (const key0 in data2) {
                    let data3 = data2[key0];
                    const _errs7 = errors;
                    if (errors === _errs7) {
                      if (typeof data3 === 'string') {
                        if (data3.length > 2000) {
                          validate59.errors = [
                            {
                              instancePath: instancePath + '/extra/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                              schemaPath: '#/properties/extra/additionalProperties/maxLength',
                              keyword: 'maxLength',
                              params: { limit: 2000 },
                            },
                          ];
                          return false;
                        }
                      } else {
                        validate59.errors = [
                          {
                            instancePath: instancePath + '/extra/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                            schemaPath: '#/properties/extra/additionalProperties/type',
                            keyword: 'type',
                            params: { type: 'string' },
                          },
                        ];
                        return false;
                      }
                    }
                    var valid1 = _errs7 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate59.errors = [
                  {
                    instancePath: instancePath + '/extra',
                    schemaPath: '#/properties/extra/type',
                    keyword: 'type',
                    params: { type: 'object' },
                  },
                ];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate59.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
const schema27 = { type: 'string', enum: ['agent', 'timeout'] };
function validate63(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate63.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
    return false;
  }
  if (!(data === 'agent' || data === 'timeout')) {
    validate63.errors = [
      { instancePath, schemaPath: '#/enum', keyword: 'enum', params: { allowedValues: schema27.enum } },
    ];
    return false;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
function validate56(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.values === undefined && (missing0 = 'values')) ||
        (data.reason === undefined && (missing0 = 'reason'))
      ) {
        validate56.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('submit' !== data.type) {
            validate56.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'submit' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.values !== undefined) {
                const _errs4 = errors;
                if (
                  !validate59(data.values, {
                    instancePath: instancePath + '/values',
                    parentData: data,
                    parentDataProperty: 'values',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.reason !== undefined) {
                  const _errs5 = errors;
                  if (
                    !validate63(data.reason, {
                      instancePath: instancePath + '/reason',
                      parentData: data,
                      parentDataProperty: 'reason',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate56.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate56.errors = vErrors;
  return errors === 0;
}
function validate55(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SubmitFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate56(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
    errors = vErrors.length;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
const DoneFrame = validate66;
const schema28 = { $id: 'DoneFrame', $ref: 'wire#/definitions/DoneFrame' };
const schema29 = {
  type: 'object',
  required: ['type', 'id', 'chatId'],
  properties: {
    type: { const: 'done' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
  },
};
function validate67(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId'))
      ) {
        validate67.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('done' !== data.type) {
            validate67.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'done' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate67.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate67.errors = vErrors;
  return errors === 0;
}
function validate66(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="DoneFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate67(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
    errors = vErrors.length;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
const HistoryFrame = validate71;
const schema30 = { $id: 'HistoryFrame', $ref: 'wire#/definitions/HistoryFrame' };
const schema31 = {
  type: 'object',
  required: ['type', 'id', 'chatId', 'after'],
  properties: {
    type: { const: 'history' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
    after: { $ref: 'wire#/definitions/Cursor' },
    upTo: { $ref: 'wire#/definitions/Sequence' },
  },
};
const schema32 = { type: 'integer', minimum: 1, maximum: 9007199254740991 };
function validate76(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    validate76.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'integer' } }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == 'number' && isFinite(data)) {
      if (data > 9007199254740991 || isNaN(data)) {
        validate76.errors = [
          {
            instancePath,
            schemaPath: '#/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 9007199254740991 },
          },
        ];
        return false;
      } else {
        if (data < 1 || isNaN(data)) {
          validate76.errors = [
            { instancePath, schemaPath: '#/minimum', keyword: 'minimum', params: { comparison: '>=', limit: 1 } },
          ];
          return false;
        }
      }
    }
  }
  validate76.errors = vErrors;
  return errors === 0;
}
function validate72(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.after === undefined && (missing0 = 'after'))
      ) {
        validate72.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('history' !== data.type) {
            validate72.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'history' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.after !== undefined) {
                const _errs4 = errors;
                if (
                  !validate24(data.after, {
                    instancePath: instancePath + '/after',
                    parentData: data,
                    parentDataProperty: 'after',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.upTo !== undefined) {
                  const _errs5 = errors;
                  if (
                    !validate76(data.upTo, {
                      instancePath: instancePath + '/upTo',
                      parentData: data,
                      parentDataProperty: 'upTo',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate72.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate72.errors = vErrors;
  return errors === 0;
}
function validate71(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="HistoryFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate72(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
    errors = vErrors.length;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
const RefetchFrame = validate79;
const schema33 = { $id: 'RefetchFrame', $ref: 'wire#/definitions/RefetchFrame' };
const schema34 = { type: 'object', required: ['type'], properties: { type: { const: 'refetch' } } };
function validate80(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.type === undefined && (missing0 = 'type')) {
        validate80.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          if ('refetch' !== data.type) {
            validate80.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'refetch' },
              },
            ];
            return false;
          }
        }
      }
    } else {
      validate80.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate80.errors = vErrors;
  return errors === 0;
}
function validate79(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="RefetchFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate80(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
    errors = vErrors.length;
  }
  validate79.errors = vErrors;
  return errors === 0;
}
const DispositionsFrame = validate82;
const schema35 = { $id: 'DispositionsFrame', $ref: 'wire#/definitions/DispositionsFrame' };
const schema36 = {
  type: 'object',
  required: ['type', 'id'],
  properties: {
    type: { const: 'dispositions' },
    id: { $ref: 'wire#/definitions/Id' },
    queue: { $ref: 'wire#/definitions/Name' },
  },
};
const schema37 = { type: 'string', minLength: 1, maxLength: 100 };
function validate85(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 100) {
        validate85.errors = [{ instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 100 } }];
        return false;
      } else {
        if (data.length < 1) {
          validate85.errors = [{ instancePath, schemaPath: '#/minLength', keyword: 'minLength', params: { limit: 1 } }];
          return false;
        }
      }
    } else {
      validate85.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate85.errors = vErrors;
  return errors === 0;
}
function validate83(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.id === undefined && (missing0 = 'id'))) {
        validate83.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('dispositions' !== data.type) {
            validate83.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'dispositions' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.queue !== undefined) {
              const _errs3 = errors;
              if (
                !validate85(data.queue, {
                  instancePath: instancePath + '/queue',
                  parentData: data,
                  parentDataProperty: 'queue',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate83.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate83.errors = vErrors;
  return errors === 0;
}
function validate82(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="DispositionsFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate83(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
    errors = vErrors.length;
  }
  validate82.errors = vErrors;
  return errors === 0;
}
const SummarizeFrame = validate88;
const schema38 = { $id: 'SummarizeFrame', $ref: 'wire#/definitions/SummarizeFrame' };
const schema39 = {
  type: 'object',
  required: ['type', 'id', 'chatId', 'locale', 'labels'],
  properties: {
    type: { const: 'summarize' },
    id: { $ref: 'wire#/definitions/Id' },
    chatId: { $ref: 'wire#/definitions/Id' },
    locale: { type: 'string', maxLength: 50 },
    labels: {
      type: 'object',
      required: ['automatic', 'endUser', 'agent'],
      properties: {
        automatic: { type: 'string', maxLength: 200 },
        endUser: { type: 'string', maxLength: 200 },
        agent: { type: 'string', maxLength: 200 },
      },
    },
  },
};
function validate89(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.locale === undefined && (missing0 = 'locale')) ||
        (data.labels === undefined && (missing0 = 'labels'))
      ) {
        validate89.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('summarize' !== data.type) {
            validate89.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'summarize' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.chatId !== undefined) {
              const _errs3 = errors;
              if (
                !validate32(data.chatId, {
                  instancePath: instancePath + '/chatId',
                  parentData: data,
                  parentDataProperty: 'chatId',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.locale !== undefined) {
                let data3 = data.locale;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data3 === 'string') {
                    if (data3.length > 50) {
                      validate89.errors = [
                        {
                          instancePath: instancePath + '/locale',
                          schemaPath: '#/properties/locale/maxLength',
                          keyword: 'maxLength',
                          params: { limit: 50 },
                        },
                      ];
                      return false;
                    }
                  } else {
                    validate89.errors = [
                      {
                        instancePath: instancePath + '/locale',
                        schemaPath: '#/properties/locale/type',
                        keyword: 'type',
                        params: { type: 'string' },
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.labels !== undefined) {
                  let data4 = data.labels;
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                      let missing1;
                      if (
                        (data4.automatic === undefined && (missing1 = 'automatic')) ||
                        (data4.endUser === undefined && (missing1 = 'endUser')) ||
                        (data4.agent === undefined && (missing1 = 'agent'))
                      ) {
                        validate89.errors = [
                          {
                            instancePath: instancePath + '/labels',
                            schemaPath: '#/properties/labels/required',
                            keyword: 'required',
                            params: { missingProperty: missing1 },
                          },
                        ];
                        return false;
                      } else {
                        if (data4.automatic !== undefined) {
                          let data5 = data4.automatic;
                          const _errs8 = errors;
                          if (errors === _errs8) {
                            if (typeof data5 === 'string') {
                              if (data5.length > 200) {
                                validate89.errors = [
                                  {
                                    instancePath: instancePath + '/labels/automatic',
                                    schemaPath: '#/properties/labels/properties/automatic/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 200 },
                                  },
                                ];
                                return false;
                              }
                            } else {
                              validate89.errors = [
                                {
                                  instancePath: instancePath + '/labels/automatic',
                                  schemaPath: '#/properties/labels/properties/automatic/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                },
                              ];
                              return false;
                            }
                          }
                          var valid1 = _errs8 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data4.endUser !== undefined) {
                            let data6 = data4.endUser;
                            const _errs10 = errors;
                            if (errors === _errs10) {
                              if (typeof data6 === 'string') {
                                if (data6.length > 200) {
                                  validate89.errors = [
                                    {
                                      instancePath: instancePath + '/labels/endUser',
                                      schemaPath: '#/properties/labels/properties/endUser/maxLength',
                                      keyword: 'maxLength',
                                      params: { limit: 200 },
                                    },
                                  ];
                                  return false;
                                }
                              } else {
                                validate89.errors = [
                                  {
                                    instancePath: instancePath + '/labels/endUser',
                                    schemaPath: '#/properties/labels/properties/endUser/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid1 = _errs10 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data4.agent !== undefined) {
                              let data7 = data4.agent;
                              const _errs12 = errors;
                              if (errors === _errs12) {
                                if (typeof data7 === 'string') {
                                  if (data7.length > 200) {
                                    validate89.errors = [
                                      {
                                        instancePath: instancePath + '/labels/agent',
                                        schemaPath: '#/properties/labels/properties/agent/maxLength',
                                        keyword: 'maxLength',
                                        params: { limit: 200 },
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate89.errors = [
                                    {
                                      instancePath: instancePath + '/labels/agent',
                                      schemaPath: '#/properties/labels/properties/agent/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid1 = _errs12 === errors;
                            } else {
                              var valid1 = true;
                            }
                          }
                        }
                      }
                    } else {
                      validate89.errors = [
                        {
                          instancePath: instancePath + '/labels',
                          schemaPath: '#/properties/labels/type',
                          keyword: 'type',
                          params: { type: 'object' },
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate89.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate89.errors = vErrors;
  return errors === 0;
}
function validate88(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SummarizeFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate89(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
    errors = vErrors.length;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
const WriteFrame = validate93;
const schema40 = { $id: 'WriteFrame', $ref: 'wire#/definitions/WriteFrame' };
const schema41 = {
  type: 'object',
  required: ['type', 'id', 'message'],
  properties: {
    type: { const: 'write' },
    id: { $ref: 'wire#/definitions/Id' },
    message: { $ref: 'wire#/definitions/OutgoingMessage' },
  },
};
function validate94(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate94.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('write' !== data.type) {
            validate94.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'write' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== undefined) {
              const _errs3 = errors;
              if (
                !validate40(data.message, {
                  instancePath: instancePath + '/message',
                  parentData: data,
                  parentDataProperty: 'message',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate94.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate94.errors = vErrors;
  return errors === 0;
}
function validate93(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="WriteFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate94(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
    errors = vErrors.length;
  }
  validate93.errors = vErrors;
  return errors === 0;
}
const TypeFrame = validate98;
const schema42 = { $id: 'TypeFrame', $ref: 'wire#/definitions/TypeFrame' };
const schema43 = {
  type: 'object',
  required: ['type', 'text'],
  properties: { type: { const: 'type' }, text: { $ref: 'wire#/definitions/Text' } },
};
function validate99(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.text === undefined && (missing0 = 'text'))) {
        validate99.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('type' !== data.type) {
            validate99.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'type' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.text !== undefined) {
            const _errs2 = errors;
            if (
              !validate60(data.text, {
                instancePath: instancePath + '/text',
                parentData: data,
                parentDataProperty: 'text',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate99.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate99.errors = vErrors;
  return errors === 0;
}
function validate98(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TypeFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate99(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
    errors = vErrors.length;
  }
  validate98.errors = vErrors;
  return errors === 0;
}
const LeaveFrame = validate102;
const schema44 = { $id: 'LeaveFrame', $ref: 'wire#/definitions/LeaveFrame' };
const schema45 = {
  type: 'object',
  required: ['type', 'id'],
  properties: { type: { const: 'leave' }, id: { $ref: 'wire#/definitions/Id' } },
};
function validate103(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.id === undefined && (missing0 = 'id'))) {
        validate103.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('leave' !== data.type) {
            validate103.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'leave' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate103.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate103.errors = vErrors;
  return errors === 0;
}
function validate102(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="LeaveFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate103(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
    errors = vErrors.length;
  }
  validate102.errors = vErrors;
  return errors === 0;
}
const ComeBackFrame = validate106;
const schema46 = { $id: 'ComeBackFrame', $ref: 'wire#/definitions/ComeBackFrame' };
const schema47 = {
  type: 'object',
  required: ['type', 'id'],
  properties: { type: { const: 'come-back' }, id: { $ref: 'wire#/definitions/Id' } },
};
function validate107(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.id === undefined && (missing0 = 'id'))) {
        validate107.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('come-back' !== data.type) {
            validate107.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'come-back' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (
              !validate32(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate107.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate107.errors = vErrors;
  return errors === 0;
}
function validate106(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ComeBackFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate107(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
    errors = vErrors.length;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
export const agentSends: Readonly<Record<string, FrameCheck>> = {
  hello: HelloFrame,
  ping: PingFrame,
  accept: AcceptFrame,
  send: SendFrame,
  typing: TypingFrame,
  end: EndFrame,
  submit: SubmitFrame,
  done: DoneFrame,
  history: HistoryFrame,
  refetch: RefetchFrame,
  dispositions: DispositionsFrame,
  summarize: SummarizeFrame,
};
export const endUserSends: Readonly<Record<string, FrameCheck>> = {
  hello: HelloFrame,
  ping: PingFrame,
  write: WriteFrame,
  type: TypeFrame,
  leave: LeaveFrame,
  'come-back': ComeBackFrame,
};
