// @ts-nocheck
// Made from asyncapi.json: change that and run `npm run wire`.
import type { FrameCheck } from './read-frame.js';
const WelcomeFrame = validate21;
const schema6 = { $id: 'WelcomeFrame', $ref: 'wire#/definitions/WelcomeFrame' };
const schema8 = {
  type: 'object',
  required: ['type', 'version', 'serverTime', 'limits', 'heartbeat', 'agent'],
  properties: {
    type: { const: 'welcome' },
    version: { const: 1 },
    serverTime: { $ref: 'wire#/definitions/Time' },
    limits: { $ref: 'wire#/definitions/Limits' },
    heartbeat: { type: 'number', exclusiveMinimum: 0 },
    agent: { $ref: 'wire#/definitions/Id' },
    abilities: { type: 'object', maxProperties: 100, additionalProperties: { $ref: 'wire#/definitions/Abilities' } },
    policy: { type: 'object', additionalProperties: true },
  },
};
const schema9 = { type: 'number', minimum: -8640000000000000, maximum: 8640000000000000 };
function validate24(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data == 'number' && isFinite(data)) {
      if (data > 8640000000000000 || isNaN(data)) {
        validate24.errors = [
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
          validate24.errors = [
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
      validate24.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'number' } }];
      return false;
    }
  }
  validate24.errors = vErrors;
  return errors === 0;
}
const schema10 = {
  type: 'object',
  required: ['frameBytes', 'framesPerSecond', 'burst', 'textLength'],
  properties: {
    frameBytes: { type: 'integer', minimum: 1024 },
    framesPerSecond: { type: 'number', exclusiveMinimum: 0 },
    burst: { type: 'integer', minimum: 1 },
    textLength: { type: 'integer', minimum: 1 },
  },
};
function validate26(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.frameBytes === undefined && (missing0 = 'frameBytes')) ||
        (data.framesPerSecond === undefined && (missing0 = 'framesPerSecond')) ||
        (data.burst === undefined && (missing0 = 'burst')) ||
        (data.textLength === undefined && (missing0 = 'textLength'))
      ) {
        validate26.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.frameBytes !== undefined) {
          let data0 = data.frameBytes;
          const _errs1 = errors;
          if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
            validate26.errors = [
              {
                instancePath: instancePath + '/frameBytes',
                schemaPath: '#/properties/frameBytes/type',
                keyword: 'type',
                params: { type: 'integer' },
              },
            ];
            return false;
          }
          if (errors === _errs1) {
            if (typeof data0 == 'number' && isFinite(data0)) {
              if (data0 < 1024 || isNaN(data0)) {
                validate26.errors = [
                  {
                    instancePath: instancePath + '/frameBytes',
                    schemaPath: '#/properties/frameBytes/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1024 },
                  },
                ];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.framesPerSecond !== undefined) {
            let data1 = data.framesPerSecond;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (typeof data1 == 'number' && isFinite(data1)) {
                if (data1 <= 0 || isNaN(data1)) {
                  validate26.errors = [
                    {
                      instancePath: instancePath + '/framesPerSecond',
                      schemaPath: '#/properties/framesPerSecond/exclusiveMinimum',
                      keyword: 'exclusiveMinimum',
                      params: { comparison: '>', limit: 0 },
                    },
                  ];
                  return false;
                }
              } else {
                validate26.errors = [
                  {
                    instancePath: instancePath + '/framesPerSecond',
                    schemaPath: '#/properties/framesPerSecond/type',
                    keyword: 'type',
                    params: { type: 'number' },
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
            if (data.burst !== undefined) {
              let data2 = data.burst;
              const _errs5 = errors;
              if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
                validate26.errors = [
                  {
                    instancePath: instancePath + '/burst',
                    schemaPath: '#/properties/burst/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                  },
                ];
                return false;
              }
              if (errors === _errs5) {
                if (typeof data2 == 'number' && isFinite(data2)) {
                  if (data2 < 1 || isNaN(data2)) {
                    validate26.errors = [
                      {
                        instancePath: instancePath + '/burst',
                        schemaPath: '#/properties/burst/minimum',
                        keyword: 'minimum',
                        params: { comparison: '>=', limit: 1 },
                      },
                    ];
                    return false;
                  }
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.textLength !== undefined) {
                let data3 = data.textLength;
                const _errs7 = errors;
                if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
                  validate26.errors = [
                    {
                      instancePath: instancePath + '/textLength',
                      schemaPath: '#/properties/textLength/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                    },
                  ];
                  return false;
                }
                if (errors === _errs7) {
                  if (typeof data3 == 'number' && isFinite(data3)) {
                    if (data3 < 1 || isNaN(data3)) {
                      validate26.errors = [
                        {
                          instancePath: instancePath + '/textLength',
                          schemaPath: '#/properties/textLength/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 1 },
                        },
                      ];
                      return false;
                    }
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate26.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate26.errors = vErrors;
  return errors === 0;
}
const schema11 = { type: 'string', minLength: 1, maxLength: 200 };
function validate28(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 200) {
        validate28.errors = [{ instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 200 } }];
        return false;
      } else {
        if (data.length < 1) {
          validate28.errors = [{ instancePath, schemaPath: '#/minLength', keyword: 'minLength', params: { limit: 1 } }];
          return false;
        }
      }
    } else {
      validate28.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate28.errors = vErrors;
  return errors === 0;
}
const schema12 = {
  type: 'object',
  required: [],
  properties: {
    typing: { type: 'boolean' },
    preview: { type: 'boolean' },
    history: { type: 'boolean' },
    left: { type: 'boolean' },
    summary: { type: 'boolean' },
  },
};
function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.typing !== undefined) {
        const _errs1 = errors;
        if (typeof data.typing !== 'boolean') {
          validate30.errors = [
            {
              instancePath: instancePath + '/typing',
              schemaPath: '#/properties/typing/type',
              keyword: 'type',
              params: { type: 'boolean' },
            },
          ];
          return false;
        }
        var valid0 = _errs1 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.preview !== undefined) {
          const _errs3 = errors;
          if (typeof data.preview !== 'boolean') {
            validate30.errors = [
              {
                instancePath: instancePath + '/preview',
                schemaPath: '#/properties/preview/type',
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
        if (valid0) {
          if (data.history !== undefined) {
            const _errs5 = errors;
            if (typeof data.history !== 'boolean') {
              validate30.errors = [
                {
                  instancePath: instancePath + '/history',
                  schemaPath: '#/properties/history/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                },
              ];
              return false;
            }
            var valid0 = _errs5 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.left !== undefined) {
              const _errs7 = errors;
              if (typeof data.left !== 'boolean') {
                validate30.errors = [
                  {
                    instancePath: instancePath + '/left',
                    schemaPath: '#/properties/left/type',
                    keyword: 'type',
                    params: { type: 'boolean' },
                  },
                ];
                return false;
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.summary !== undefined) {
                const _errs9 = errors;
                if (typeof data.summary !== 'boolean') {
                  validate30.errors = [
                    {
                      instancePath: instancePath + '/summary',
                      schemaPath: '#/properties/summary/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                    },
                  ];
                  return false;
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate30.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate30.errors = vErrors;
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
        (data.serverTime === undefined && (missing0 = 'serverTime')) ||
        (data.limits === undefined && (missing0 = 'limits')) ||
        (data.heartbeat === undefined && (missing0 = 'heartbeat')) ||
        (data.agent === undefined && (missing0 = 'agent'))
      ) {
        validate23.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('welcome' !== data.type) {
            validate23.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'welcome' },
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
            if (data.serverTime !== undefined) {
              const _errs3 = errors;
              if (
                !validate24(data.serverTime, {
                  instancePath: instancePath + '/serverTime',
                  parentData: data,
                  parentDataProperty: 'serverTime',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.limits !== undefined) {
                const _errs4 = errors;
                if (
                  !validate26(data.limits, {
                    instancePath: instancePath + '/limits',
                    parentData: data,
                    parentDataProperty: 'limits',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.heartbeat !== undefined) {
                  let data4 = data.heartbeat;
                  const _errs5 = errors;
                  if (errors === _errs5) {
                    if (typeof data4 == 'number' && isFinite(data4)) {
                      if (data4 <= 0 || isNaN(data4)) {
                        validate23.errors = [
                          {
                            instancePath: instancePath + '/heartbeat',
                            schemaPath: '#/properties/heartbeat/exclusiveMinimum',
                            keyword: 'exclusiveMinimum',
                            params: { comparison: '>', limit: 0 },
                          },
                        ];
                        return false;
                      }
                    } else {
                      validate23.errors = [
                        {
                          instancePath: instancePath + '/heartbeat',
                          schemaPath: '#/properties/heartbeat/type',
                          keyword: 'type',
                          params: { type: 'number' },
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.agent !== undefined) {
                    const _errs7 = errors;
                    if (
                      !validate28(data.agent, {
                        instancePath: instancePath + '/agent',
                        parentData: data,
                        parentDataProperty: 'agent',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.abilities !== undefined) {
                      let data6 = data.abilities;
                      const _errs8 = errors;
                      if (errors === _errs8) {
                        if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                          if (Object.keys(data6).length > 100) {
                            validate23.errors = [
                              {
                                instancePath: instancePath + '/abilities',
                                schemaPath: '#/properties/abilities/maxProperties',
                                keyword: 'maxProperties',
                                params: { limit: 100 },
                              },
                            ];
                            return false;
                          } else {
                            for (const key0 in data6) {
                              const _errs11 = errors;
                              if (
                                !validate30(data6[key0], {
                                  instancePath:
                                    instancePath + '/abilities/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  parentData: data6,
                                  parentDataProperty: key0,
                                  rootData,
                                })
                              ) {
                                vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs11 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          }
                        } else {
                          validate23.errors = [
                            {
                              instancePath: instancePath + '/abilities',
                              schemaPath: '#/properties/abilities/type',
                              keyword: 'type',
                              params: { type: 'object' },
                            },
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.policy !== undefined) {
                        let data8 = data.policy;
                        const _errs12 = errors;
                        if (errors === _errs12) {
                          if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                          } else {
                            validate23.errors = [
                              {
                                instancePath: instancePath + '/policy',
                                schemaPath: '#/properties/policy/type',
                                keyword: 'type',
                                params: { type: 'object' },
                              },
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
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
  /*# sourceURL="WelcomeFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate23(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
    errors = vErrors.length;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
const SnapshotFrame = validate33;
const schema13 = { $id: 'SnapshotFrame', $ref: 'wire#/definitions/SnapshotFrame' };
const schema14 = {
  type: 'object',
  required: ['type', 'serverTime', 'resumed', 'last', 'chats', 'messages'],
  properties: {
    type: { const: 'snapshot' },
    serverTime: { $ref: 'wire#/definitions/Time' },
    resumed: { type: 'boolean' },
    last: { type: 'boolean' },
    chats: { type: 'array', maxItems: 10000, items: { $ref: 'wire#/definitions/Chat' } },
    messages: {
      type: 'object',
      maxProperties: 10000,
      additionalProperties: { type: 'array', maxItems: 10000, items: { $ref: 'wire#/definitions/Message' } },
    },
  },
};
const schema15 = {
  type: 'object',
  required: ['id', 'channel', 'endUser', 'state', 'requestedAt', 'waiting'],
  properties: {
    id: { $ref: 'wire#/definitions/Id' },
    channel: { $ref: 'wire#/definitions/Name' },
    queue: { $ref: 'wire#/definitions/Name' },
    endUser: { $ref: 'wire#/definitions/EndUser' },
    state: { $ref: 'wire#/definitions/ChatState' },
    requestedAt: { $ref: 'wire#/definitions/Time' },
    waiting: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    acceptedAt: { $ref: 'wire#/definitions/Time' },
    leftAt: { $ref: 'wire#/definitions/Time' },
    endedAt: { $ref: 'wire#/definitions/Time' },
    endedBy: { $ref: 'wire#/definitions/Party' },
    submitted: { $ref: 'wire#/definitions/WrapUpValues' },
  },
};
const schema16 = { type: 'string', minLength: 1, maxLength: 100 };
function validate38(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 100) {
        validate38.errors = [{ instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 100 } }];
        return false;
      } else {
        if (data.length < 1) {
          validate38.errors = [{ instancePath, schemaPath: '#/minLength', keyword: 'minLength', params: { limit: 1 } }];
          return false;
        }
      }
    } else {
      validate38.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate38.errors = vErrors;
  return errors === 0;
}
const schema17 = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { $ref: 'wire#/definitions/Id' },
    name: { type: 'string', maxLength: 500 },
    phone: { type: 'string', maxLength: 50 },
    attributes: { type: 'object', maxProperties: 100, additionalProperties: { type: 'string', maxLength: 2000 } },
  },
};
function validate41(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.id === undefined && (missing0 = 'id')) {
        validate41.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.id !== undefined) {
          const _errs1 = errors;
          if (
            !validate28(data.id, {
              instancePath: instancePath + '/id',
              parentData: data,
              parentDataProperty: 'id',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.name !== undefined) {
            let data1 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data1 === 'string') {
                if (data1.length > 500) {
                  validate41.errors = [
                    {
                      instancePath: instancePath + '/name',
                      schemaPath: '#/properties/name/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 500 },
                    },
                  ];
                  return false;
                }
              } else {
                validate41.errors = [
                  {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
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
            if (data.phone !== undefined) {
              let data2 = data.phone;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data2 === 'string') {
                  if (data2.length > 50) {
                    validate41.errors = [
                      {
                        instancePath: instancePath + '/phone',
                        schemaPath: '#/properties/phone/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 50 },
                      },
                    ];
                    return false;
                  }
                } else {
                  validate41.errors = [
                    {
                      instancePath: instancePath + '/phone',
                      schemaPath: '#/properties/phone/type',
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
              if (data.attributes !== undefined) {
                let data3 = data.attributes;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                    if (Object.keys(data3).length > 100) {
                      validate41.errors = [
                        {
                          instancePath: instancePath + '/attributes',
                          schemaPath: '#/properties/attributes/maxProperties',
                          keyword: 'maxProperties',
                          params: { limit: 100 },
                        },
                      ];
                      return false;
                    } else {
                      for (const key0 in data3) {
                        let data4 = data3[key0];
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (typeof data4 === 'string') {
                            if (data4.length > 2000) {
                              validate41.errors = [
                                {
                                  instancePath:
                                    instancePath + '/attributes/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  schemaPath: '#/properties/attributes/additionalProperties/maxLength',
                                  keyword: 'maxLength',
                                  params: { limit: 2000 },
                                },
                              ];
                              return false;
                            }
                          } else {
                            validate41.errors = [
                              {
                                instancePath:
                                  instancePath + '/attributes/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                schemaPath: '#/properties/attributes/additionalProperties/type',
                                keyword: 'type',
                                params: { type: 'string' },
                              },
                            ];
                            return false;
                          }
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate41.errors = [
                      {
                        instancePath: instancePath + '/attributes',
                        schemaPath: '#/properties/attributes/type',
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
    } else {
      validate41.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate41.errors = vErrors;
  return errors === 0;
}
const schema18 = { type: 'string', enum: ['waiting', 'active', 'left', 'wrap-up', 'done', 'withdrawn'] };
function validate44(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate44.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
    return false;
  }
  if (!(
    data === 'waiting' ||
    data === 'active' ||
    data === 'left' ||
    data === 'wrap-up' ||
    data === 'done' ||
    data === 'withdrawn'
  )) {
    validate44.errors = [
      { instancePath, schemaPath: '#/enum', keyword: 'enum', params: { allowedValues: schema18.enum } },
    ];
    return false;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
const schema19 = { type: 'string', enum: ['agent', 'end-user', 'system'] };
function validate50(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate50.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
    return false;
  }
  if (!(data === 'agent' || data === 'end-user' || data === 'system')) {
    validate50.errors = [
      { instancePath, schemaPath: '#/enum', keyword: 'enum', params: { allowedValues: schema19.enum } },
    ];
    return false;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
const schema20 = {
  type: 'object',
  required: [],
  properties: { disposition: { type: 'string', maxLength: 200 }, notes: { $ref: 'wire#/definitions/Text' } },
};
const schema21 = { type: 'string', maxLength: 60000 };
function validate53(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 60000) {
        validate53.errors = [
          { instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 60000 } },
        ];
        return false;
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
function validate52(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
              validate52.errors = [
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
            validate52.errors = [
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
            !validate53(data.notes, {
              instancePath: instancePath + '/notes',
              parentData: data,
              parentDataProperty: 'notes',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs3 === errors;
        } else {
          var valid0 = true;
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
function validate36(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.channel === undefined && (missing0 = 'channel')) ||
        (data.endUser === undefined && (missing0 = 'endUser')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.requestedAt === undefined && (missing0 = 'requestedAt')) ||
        (data.waiting === undefined && (missing0 = 'waiting'))
      ) {
        validate36.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.id !== undefined) {
          const _errs1 = errors;
          if (
            !validate28(data.id, {
              instancePath: instancePath + '/id',
              parentData: data,
              parentDataProperty: 'id',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.channel !== undefined) {
            const _errs2 = errors;
            if (
              !validate38(data.channel, {
                instancePath: instancePath + '/channel',
                parentData: data,
                parentDataProperty: 'channel',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
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
                !validate38(data.queue, {
                  instancePath: instancePath + '/queue',
                  parentData: data,
                  parentDataProperty: 'queue',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.endUser !== undefined) {
                const _errs4 = errors;
                if (
                  !validate41(data.endUser, {
                    instancePath: instancePath + '/endUser',
                    parentData: data,
                    parentDataProperty: 'endUser',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.state !== undefined) {
                  const _errs5 = errors;
                  if (
                    !validate44(data.state, {
                      instancePath: instancePath + '/state',
                      parentData: data,
                      parentDataProperty: 'state',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.requestedAt !== undefined) {
                    const _errs6 = errors;
                    if (
                      !validate24(data.requestedAt, {
                        instancePath: instancePath + '/requestedAt',
                        parentData: data,
                        parentDataProperty: 'requestedAt',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs6 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.waiting !== undefined) {
                      let data6 = data.waiting;
                      const _errs7 = errors;
                      if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                        validate36.errors = [
                          {
                            instancePath: instancePath + '/waiting',
                            schemaPath: '#/properties/waiting/type',
                            keyword: 'type',
                            params: { type: 'integer' },
                          },
                        ];
                        return false;
                      }
                      if (errors === _errs7) {
                        if (typeof data6 == 'number' && isFinite(data6)) {
                          if (data6 > 9007199254740991 || isNaN(data6)) {
                            validate36.errors = [
                              {
                                instancePath: instancePath + '/waiting',
                                schemaPath: '#/properties/waiting/maximum',
                                keyword: 'maximum',
                                params: { comparison: '<=', limit: 9007199254740991 },
                              },
                            ];
                            return false;
                          } else {
                            if (data6 < 0 || isNaN(data6)) {
                              validate36.errors = [
                                {
                                  instancePath: instancePath + '/waiting',
                                  schemaPath: '#/properties/waiting/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                },
                              ];
                              return false;
                            }
                          }
                        }
                      }
                      var valid0 = _errs7 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.acceptedAt !== undefined) {
                        const _errs9 = errors;
                        if (
                          !validate24(data.acceptedAt, {
                            instancePath: instancePath + '/acceptedAt',
                            parentData: data,
                            parentDataProperty: 'acceptedAt',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs9 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.leftAt !== undefined) {
                          const _errs10 = errors;
                          if (
                            !validate24(data.leftAt, {
                              instancePath: instancePath + '/leftAt',
                              parentData: data,
                              parentDataProperty: 'leftAt',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs10 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.endedAt !== undefined) {
                            const _errs11 = errors;
                            if (
                              !validate24(data.endedAt, {
                                instancePath: instancePath + '/endedAt',
                                parentData: data,
                                parentDataProperty: 'endedAt',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs11 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.endedBy !== undefined) {
                              const _errs12 = errors;
                              if (
                                !validate50(data.endedBy, {
                                  instancePath: instancePath + '/endedBy',
                                  parentData: data,
                                  parentDataProperty: 'endedBy',
                                  rootData,
                                })
                              ) {
                                vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs12 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.submitted !== undefined) {
                                const _errs13 = errors;
                                if (
                                  !validate52(data.submitted, {
                                    instancePath: instancePath + '/submitted',
                                    parentData: data,
                                    parentDataProperty: 'submitted',
                                    rootData,
                                  })
                                ) {
                                  vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs13 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate36.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate36.errors = vErrors;
  return errors === 0;
}
const schema22 = {
  type: 'object',
  required: ['id', 'author', 'kind', 'text', 'time', 'seq'],
  properties: {
    id: { $ref: 'wire#/definitions/Id' },
    author: { type: 'string', enum: ['end-user', 'agent', 'bot', 'system'] },
    kind: { $ref: 'wire#/definitions/Name' },
    text: { $ref: 'wire#/definitions/Text' },
    time: { $ref: 'wire#/definitions/Time' },
    seq: { $ref: 'wire#/definitions/Sequence' },
    internal: { type: 'boolean' },
  },
};
const schema23 = { type: 'integer', minimum: 1, maximum: 9007199254740991 };
function validate62(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    validate62.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'integer' } }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == 'number' && isFinite(data)) {
      if (data > 9007199254740991 || isNaN(data)) {
        validate62.errors = [
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
          validate62.errors = [
            { instancePath, schemaPath: '#/minimum', keyword: 'minimum', params: { comparison: '>=', limit: 1 } },
          ];
          return false;
        }
      }
    }
  }
  validate62.errors = vErrors;
  return errors === 0;
}
function validate57(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.author === undefined && (missing0 = 'author')) ||
        (data.kind === undefined && (missing0 = 'kind')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.time === undefined && (missing0 = 'time')) ||
        (data.seq === undefined && (missing0 = 'seq'))
      ) {
        validate57.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.id !== undefined) {
          const _errs1 = errors;
          if (
            !validate28(data.id, {
              instancePath: instancePath + '/id',
              parentData: data,
              parentDataProperty: 'id',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.author !== undefined) {
            let data1 = data.author;
            const _errs2 = errors;
            if (typeof data1 !== 'string') {
              validate57.errors = [
                {
                  instancePath: instancePath + '/author',
                  schemaPath: '#/properties/author/type',
                  keyword: 'type',
                  params: { type: 'string' },
                },
              ];
              return false;
            }
            if (!(data1 === 'end-user' || data1 === 'agent' || data1 === 'bot' || data1 === 'system')) {
              validate57.errors = [
                {
                  instancePath: instancePath + '/author',
                  schemaPath: '#/properties/author/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema22.properties.author.enum },
                },
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.kind !== undefined) {
              const _errs4 = errors;
              if (
                !validate38(data.kind, {
                  instancePath: instancePath + '/kind',
                  parentData: data,
                  parentDataProperty: 'kind',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.text !== undefined) {
                const _errs5 = errors;
                if (
                  !validate53(data.text, {
                    instancePath: instancePath + '/text',
                    parentData: data,
                    parentDataProperty: 'text',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.time !== undefined) {
                  const _errs6 = errors;
                  if (
                    !validate24(data.time, {
                      instancePath: instancePath + '/time',
                      parentData: data,
                      parentDataProperty: 'time',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.seq !== undefined) {
                    const _errs7 = errors;
                    if (
                      !validate62(data.seq, {
                        instancePath: instancePath + '/seq',
                        parentData: data,
                        parentDataProperty: 'seq',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.internal !== undefined) {
                      const _errs8 = errors;
                      if (typeof data.internal !== 'boolean') {
                        validate57.errors = [
                          {
                            instancePath: instancePath + '/internal',
                            schemaPath: '#/properties/internal/type',
                            keyword: 'type',
                            params: { type: 'boolean' },
                          },
                        ];
                        return false;
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate57.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate57.errors = vErrors;
  return errors === 0;
}
function validate34(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.serverTime === undefined && (missing0 = 'serverTime')) ||
        (data.resumed === undefined && (missing0 = 'resumed')) ||
        (data.last === undefined && (missing0 = 'last')) ||
        (data.chats === undefined && (missing0 = 'chats')) ||
        (data.messages === undefined && (missing0 = 'messages'))
      ) {
        validate34.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('snapshot' !== data.type) {
            validate34.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'snapshot' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.serverTime !== undefined) {
            const _errs2 = errors;
            if (
              !validate24(data.serverTime, {
                instancePath: instancePath + '/serverTime',
                parentData: data,
                parentDataProperty: 'serverTime',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.resumed !== undefined) {
              const _errs3 = errors;
              if (typeof data.resumed !== 'boolean') {
                validate34.errors = [
                  {
                    instancePath: instancePath + '/resumed',
                    schemaPath: '#/properties/resumed/type',
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
            if (valid0) {
              if (data.last !== undefined) {
                const _errs5 = errors;
                if (typeof data.last !== 'boolean') {
                  validate34.errors = [
                    {
                      instancePath: instancePath + '/last',
                      schemaPath: '#/properties/last/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                    },
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.chats !== undefined) {
                  let data4 = data.chats;
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (Array.isArray(data4)) {
                      if (data4.length > 10000) {
                        validate34.errors = [
                          {
                            instancePath: instancePath + '/chats',
                            schemaPath: '#/properties/chats/maxItems',
                            keyword: 'maxItems',
                            params: { limit: 10000 },
                          },
                        ];
                        return false;
                      } else {
                        var valid1 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs9 = errors;
                          if (
                            !validate36(data4[i0], {
                              instancePath: instancePath + '/chats/' + i0,
                              parentData: data4,
                              parentDataProperty: i0,
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs9 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      }
                    } else {
                      validate34.errors = [
                        {
                          instancePath: instancePath + '/chats',
                          schemaPath: '#/properties/chats/type',
                          keyword: 'type',
                          params: { type: 'array' },
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.messages !== undefined) {
                    let data6 = data.messages;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                        if (Object.keys(data6).length > 10000) {
                          validate34.errors = [
                            {
                              instancePath: instancePath + '/messages',
                              schemaPath: '#/properties/messages/maxProperties',
                              keyword: 'maxProperties',
                              params: { limit: 10000 },
                            },
                          ];
                          return false;
                        } else {
                          for (const key0 in data6) {
                            let data7 = data6[key0];
                            const _errs13 = errors;
                            if (errors === _errs13) {
                              if (Array.isArray(data7)) {
                                if (data7.length > 10000) {
                                  validate34.errors = [
                                    {
                                      instancePath:
                                        instancePath + '/messages/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                      schemaPath: '#/properties/messages/additionalProperties/maxItems',
                                      keyword: 'maxItems',
                                      params: { limit: 10000 },
                                    },
                                  ];
                                  return false;
                                } else {
                                  var valid3 = true;
                                  const len1 = data7.length;
                                  for (let i1 = 0; i1 < len1; i1++) {
                                    const _errs15 = errors;
                                    if (
                                      !validate57(data7[i1], {
                                        instancePath:
                                          instancePath +
                                          '/messages/' +
                                          key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                                          '/' +
                                          i1,
                                        parentData: data7,
                                        parentDataProperty: i1,
                                        rootData,
                                      })
                                    ) {
                                      vErrors =
                                        vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid3 = _errs15 === errors;
                                    if (!valid3) {
                                      break;
                                    }
                                  }
                                }
                              } else {
                                validate34.errors = [
                                  {
                                    instancePath:
                                      instancePath + '/messages/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                    schemaPath: '#/properties/messages/additionalProperties/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid2 = _errs13 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        }
                      } else {
                        validate34.errors = [
                          {
                            instancePath: instancePath + '/messages',
                            schemaPath: '#/properties/messages/type',
                            keyword: 'type',
                            params: { type: 'object' },
                          },
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate34.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate34.errors = vErrors;
  return errors === 0;
}
function validate33(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="SnapshotFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate34(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
    errors = vErrors.length;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
const PolicyFrame = validate66;
const schema24 = { $id: 'PolicyFrame', $ref: 'wire#/definitions/PolicyFrame' };
const schema25 = {
  type: 'object',
  required: ['type', 'policy'],
  properties: { type: { const: 'policy' }, policy: { type: 'object', additionalProperties: true } },
};
function validate67(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.policy === undefined && (missing0 = 'policy'))) {
        validate67.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('policy' !== data.type) {
            validate67.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'policy' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.policy !== undefined) {
            let data1 = data.policy;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
              } else {
                validate67.errors = [
                  {
                    instancePath: instancePath + '/policy',
                    schemaPath: '#/properties/policy/type',
                    keyword: 'type',
                    params: { type: 'object' },
                  },
                ];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
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
  /*# sourceURL="PolicyFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate67(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
    errors = vErrors.length;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
const ChatToldFrame = validate69;
const schema26 = { $id: 'ChatToldFrame', $ref: 'wire#/definitions/ChatToldFrame' };
const schema27 = {
  type: 'object',
  required: ['type', 'chat'],
  properties: { type: { const: 'chat' }, chat: { $ref: 'wire#/definitions/Chat' } },
};
function validate70(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.chat === undefined && (missing0 = 'chat'))) {
        validate70.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('chat' !== data.type) {
            validate70.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'chat' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.chat !== undefined) {
            const _errs2 = errors;
            if (
              !validate36(data.chat, {
                instancePath: instancePath + '/chat',
                parentData: data,
                parentDataProperty: 'chat',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate70.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate70.errors = vErrors;
  return errors === 0;
}
function validate69(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ChatToldFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate70(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
    errors = vErrors.length;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
const WithdrawnFrame = validate73;
const schema28 = { $id: 'WithdrawnFrame', $ref: 'wire#/definitions/WithdrawnFrame' };
const schema29 = {
  type: 'object',
  required: ['type', 'chatId', 'reason'],
  properties: {
    type: { const: 'withdrawn' },
    chatId: { $ref: 'wire#/definitions/Id' },
    reason: { type: 'string', enum: ['answered-elsewhere', 'end-user-left', 'withdrawn'] },
  },
};
function validate74(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.reason === undefined && (missing0 = 'reason'))
      ) {
        validate74.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('withdrawn' !== data.type) {
            validate74.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'withdrawn' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.reason !== undefined) {
              let data2 = data.reason;
              const _errs3 = errors;
              if (typeof data2 !== 'string') {
                validate74.errors = [
                  {
                    instancePath: instancePath + '/reason',
                    schemaPath: '#/properties/reason/type',
                    keyword: 'type',
                    params: { type: 'string' },
                  },
                ];
                return false;
              }
              if (!(data2 === 'answered-elsewhere' || data2 === 'end-user-left' || data2 === 'withdrawn')) {
                validate74.errors = [
                  {
                    instancePath: instancePath + '/reason',
                    schemaPath: '#/properties/reason/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema29.properties.reason.enum },
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
      validate74.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate74.errors = vErrors;
  return errors === 0;
}
function validate73(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="WithdrawnFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate74(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
    errors = vErrors.length;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
const MessagesFrame = validate77;
const schema30 = { $id: 'MessagesFrame', $ref: 'wire#/definitions/MessagesFrame' };
const schema31 = {
  type: 'object',
  required: ['type', 'chatId', 'messages'],
  properties: {
    type: { const: 'messages' },
    chatId: { $ref: 'wire#/definitions/Id' },
    messages: { type: 'array', maxItems: 10000, items: { $ref: 'wire#/definitions/Message' } },
  },
};
function validate78(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.messages === undefined && (missing0 = 'messages'))
      ) {
        validate78.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('messages' !== data.type) {
            validate78.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'messages' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.messages !== undefined) {
              let data2 = data.messages;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (Array.isArray(data2)) {
                  if (data2.length > 10000) {
                    validate78.errors = [
                      {
                        instancePath: instancePath + '/messages',
                        schemaPath: '#/properties/messages/maxItems',
                        keyword: 'maxItems',
                        params: { limit: 10000 },
                      },
                    ];
                    return false;
                  } else {
                    var valid1 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs5 = errors;
                      if (
                        !validate57(data2[i0], {
                          instancePath: instancePath + '/messages/' + i0,
                          parentData: data2,
                          parentDataProperty: i0,
                          rootData,
                        })
                      ) {
                        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                        errors = vErrors.length;
                      }
                      var valid1 = _errs5 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                } else {
                  validate78.errors = [
                    {
                      instancePath: instancePath + '/messages',
                      schemaPath: '#/properties/messages/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate78.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate78.errors = vErrors;
  return errors === 0;
}
function validate77(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="MessagesFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate78(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
    errors = vErrors.length;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
const LostFrame = validate82;
const schema32 = { $id: 'LostFrame', $ref: 'wire#/definitions/LostFrame' };
const schema33 = {
  type: 'object',
  required: ['type', 'chatId'],
  properties: { type: { const: 'lost' }, chatId: { $ref: 'wire#/definitions/Id' } },
};
function validate83(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.chatId === undefined && (missing0 = 'chatId'))) {
        validate83.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('lost' !== data.type) {
            validate83.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'lost' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
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
  /*# sourceURL="LostFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate83(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
    errors = vErrors.length;
  }
  validate82.errors = vErrors;
  return errors === 0;
}
const EndUserTypingFrame = validate86;
const schema34 = { $id: 'EndUserTypingFrame', $ref: 'wire#/definitions/EndUserTypingFrame' };
const schema35 = {
  type: 'object',
  required: ['type', 'chatId', 'typing'],
  properties: {
    type: { const: 'typing' },
    chatId: { $ref: 'wire#/definitions/Id' },
    typing: { type: 'boolean' },
    preview: { $ref: 'wire#/definitions/Text' },
  },
};
function validate87(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
        validate87.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('typing' !== data.type) {
            validate87.errors = [
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
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
                validate87.errors = [
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
            if (valid0) {
              if (data.preview !== undefined) {
                const _errs5 = errors;
                if (
                  !validate53(data.preview, {
                    instancePath: instancePath + '/preview',
                    parentData: data,
                    parentDataProperty: 'preview',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
    } else {
      validate87.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate87.errors = vErrors;
  return errors === 0;
}
function validate86(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="EndUserTypingFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate87(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
    errors = vErrors.length;
  }
  validate86.errors = vErrors;
  return errors === 0;
}
const LeftFrame = validate91;
const schema36 = { $id: 'LeftFrame', $ref: 'wire#/definitions/LeftFrame' };
const schema37 = {
  type: 'object',
  required: ['type', 'chatId', 'time'],
  properties: {
    type: { const: 'left' },
    chatId: { $ref: 'wire#/definitions/Id' },
    time: { $ref: 'wire#/definitions/Time' },
    reason: { $ref: 'wire#/definitions/Words' },
  },
};
const schema38 = { type: 'string', maxLength: 2000 };
function validate95(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === 'string') {
      if (data.length > 2000) {
        validate95.errors = [
          { instancePath, schemaPath: '#/maxLength', keyword: 'maxLength', params: { limit: 2000 } },
        ];
        return false;
      }
    } else {
      validate95.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
      return false;
    }
  }
  validate95.errors = vErrors;
  return errors === 0;
}
function validate92(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.time === undefined && (missing0 = 'time'))
      ) {
        validate92.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('left' !== data.type) {
            validate92.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'left' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.time !== undefined) {
              const _errs3 = errors;
              if (
                !validate24(data.time, {
                  instancePath: instancePath + '/time',
                  parentData: data,
                  parentDataProperty: 'time',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.reason !== undefined) {
                const _errs4 = errors;
                if (
                  !validate95(data.reason, {
                    instancePath: instancePath + '/reason',
                    parentData: data,
                    parentDataProperty: 'reason',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
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
      validate92.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate92.errors = vErrors;
  return errors === 0;
}
function validate91(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="LeftFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate92(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
    errors = vErrors.length;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
const ReturnedFrame = validate98;
const schema39 = { $id: 'ReturnedFrame', $ref: 'wire#/definitions/ReturnedFrame' };
const schema40 = {
  type: 'object',
  required: ['type', 'chatId', 'time'],
  properties: {
    type: { const: 'returned' },
    chatId: { $ref: 'wire#/definitions/Id' },
    time: { $ref: 'wire#/definitions/Time' },
  },
};
function validate99(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.time === undefined && (missing0 = 'time'))
      ) {
        validate99.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('returned' !== data.type) {
            validate99.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'returned' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.time !== undefined) {
              const _errs3 = errors;
              if (
                !validate24(data.time, {
                  instancePath: instancePath + '/time',
                  parentData: data,
                  parentDataProperty: 'time',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
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
      validate99.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate99.errors = vErrors;
  return errors === 0;
}
function validate98(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ReturnedFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate99(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
    errors = vErrors.length;
  }
  validate98.errors = vErrors;
  return errors === 0;
}
const EndedFrame = validate103;
const schema41 = { $id: 'EndedFrame', $ref: 'wire#/definitions/EndedFrame' };
const schema42 = {
  type: 'object',
  required: ['type', 'chatId', 'time', 'by'],
  properties: {
    type: { const: 'ended' },
    chatId: { $ref: 'wire#/definitions/Id' },
    time: { $ref: 'wire#/definitions/Time' },
    by: { $ref: 'wire#/definitions/Party' },
    reason: { $ref: 'wire#/definitions/Words' },
  },
};
function validate104(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.time === undefined && (missing0 = 'time')) ||
        (data.by === undefined && (missing0 = 'by'))
      ) {
        validate104.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('ended' !== data.type) {
            validate104.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'ended' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.time !== undefined) {
              const _errs3 = errors;
              if (
                !validate24(data.time, {
                  instancePath: instancePath + '/time',
                  parentData: data,
                  parentDataProperty: 'time',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.by !== undefined) {
                const _errs4 = errors;
                if (
                  !validate50(data.by, {
                    instancePath: instancePath + '/by',
                    parentData: data,
                    parentDataProperty: 'by',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
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
                    !validate95(data.reason, {
                      instancePath: instancePath + '/reason',
                      parentData: data,
                      parentDataProperty: 'reason',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
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
      validate104.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate104.errors = vErrors;
  return errors === 0;
}
function validate103(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="EndedFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate104(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
    errors = vErrors.length;
  }
  validate103.errors = vErrors;
  return errors === 0;
}
const WrapUpSubmittedFrame = validate110;
const schema43 = { $id: 'WrapUpSubmittedFrame', $ref: 'wire#/definitions/WrapUpSubmittedFrame' };
const schema44 = {
  type: 'object',
  required: ['type', 'chatId', 'values', 'reason'],
  properties: {
    type: { const: 'wrap-up-submitted' },
    chatId: { $ref: 'wire#/definitions/Id' },
    values: { $ref: 'wire#/definitions/WrapUpValues' },
    reason: { $ref: 'wire#/definitions/WrapUpReason' },
  },
};
const schema45 = { type: 'string', enum: ['agent', 'timeout'] };
function validate114(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate114.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
    return false;
  }
  if (!(data === 'agent' || data === 'timeout')) {
    validate114.errors = [
      { instancePath, schemaPath: '#/enum', keyword: 'enum', params: { allowedValues: schema45.enum } },
    ];
    return false;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
function validate111(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.chatId === undefined && (missing0 = 'chatId')) ||
        (data.values === undefined && (missing0 = 'values')) ||
        (data.reason === undefined && (missing0 = 'reason'))
      ) {
        validate111.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('wrap-up-submitted' !== data.type) {
            validate111.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'wrap-up-submitted' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.values !== undefined) {
              const _errs3 = errors;
              if (
                !validate52(data.values, {
                  instancePath: instancePath + '/values',
                  parentData: data,
                  parentDataProperty: 'values',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.reason !== undefined) {
                const _errs4 = errors;
                if (
                  !validate114(data.reason, {
                    instancePath: instancePath + '/reason',
                    parentData: data,
                    parentDataProperty: 'reason',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
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
      validate111.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate111.errors = vErrors;
  return errors === 0;
}
function validate110(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="WrapUpSubmittedFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate111(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
    errors = vErrors.length;
  }
  validate110.errors = vErrors;
  return errors === 0;
}
const ChatDoneFrame = validate117;
const schema46 = { $id: 'ChatDoneFrame', $ref: 'wire#/definitions/ChatDoneFrame' };
const schema47 = {
  type: 'object',
  required: ['type', 'chatId'],
  properties: { type: { const: 'done' }, chatId: { $ref: 'wire#/definitions/Id' } },
};
function validate118(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.chatId === undefined && (missing0 = 'chatId'))) {
        validate118.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('done' !== data.type) {
            validate118.errors = [
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
          if (data.chatId !== undefined) {
            const _errs2 = errors;
            if (
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate118.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate118.errors = vErrors;
  return errors === 0;
}
function validate117(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ChatDoneFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate118(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
    errors = vErrors.length;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
const PongFrame = validate121;
const schema48 = { $id: 'PongFrame', $ref: 'wire#/definitions/PongFrame' };
const schema49 = {
  type: 'object',
  required: ['type', 'serverTime'],
  properties: { type: { const: 'pong' }, serverTime: { $ref: 'wire#/definitions/Time' } },
};
function validate122(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.serverTime === undefined && (missing0 = 'serverTime'))
      ) {
        validate122.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('pong' !== data.type) {
            validate122.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'pong' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.serverTime !== undefined) {
            const _errs2 = errors;
            if (
              !validate24(data.serverTime, {
                instancePath: instancePath + '/serverTime',
                parentData: data,
                parentDataProperty: 'serverTime',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate122.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate122.errors = vErrors;
  return errors === 0;
}
function validate121(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="PongFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate122(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
    errors = vErrors.length;
  }
  validate121.errors = vErrors;
  return errors === 0;
}
const OkFrame = validate125;
const schema50 = { $id: 'OkFrame', $ref: 'wire#/definitions/OkFrame' };
const schema51 = {
  type: 'object',
  required: ['type', 'id'],
  properties: {
    type: { const: 'ok' },
    id: { $ref: 'wire#/definitions/Id' },
    message: { $ref: 'wire#/definitions/Message' },
    messages: { type: 'array', maxItems: 10000, items: { $ref: 'wire#/definitions/Message' } },
    more: { type: 'boolean' },
    dispositions: { type: 'array', maxItems: 1000, items: { $ref: 'wire#/definitions/Disposition' } },
    summary: { $ref: 'wire#/definitions/Summary' },
  },
};
const schema52 = {
  type: 'object',
  required: ['id', 'name', 'full_path'],
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 200 },
    name: { type: 'string', maxLength: 500 },
    full_path: { type: 'string', maxLength: 3000 },
    children: { type: 'array', maxItems: 1000, items: { $ref: 'wire#/definitions/Disposition' } },
  },
};
const wrapper0 = { validate: validate130 };
function validate130(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.name === undefined && (missing0 = 'name')) ||
        (data.full_path === undefined && (missing0 = 'full_path'))
      ) {
        validate130.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.id !== undefined) {
          let data0 = data.id;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === 'string') {
              if (data0.length > 200) {
                validate130.errors = [
                  {
                    instancePath: instancePath + '/id',
                    schemaPath: '#/properties/id/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 200 },
                  },
                ];
                return false;
              } else {
                if (data0.length < 1) {
                  validate130.errors = [
                    {
                      instancePath: instancePath + '/id',
                      schemaPath: '#/properties/id/minLength',
                      keyword: 'minLength',
                      params: { limit: 1 },
                    },
                  ];
                  return false;
                }
              }
            } else {
              validate130.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
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
          if (data.name !== undefined) {
            let data1 = data.name;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (typeof data1 === 'string') {
                if (data1.length > 500) {
                  validate130.errors = [
                    {
                      instancePath: instancePath + '/name',
                      schemaPath: '#/properties/name/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 500 },
                    },
                  ];
                  return false;
                }
              } else {
                validate130.errors = [
                  {
                    instancePath: instancePath + '/name',
                    schemaPath: '#/properties/name/type',
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
            if (data.full_path !== undefined) {
              let data2 = data.full_path;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data2 === 'string') {
                  if (data2.length > 3000) {
                    validate130.errors = [
                      {
                        instancePath: instancePath + '/full_path',
                        schemaPath: '#/properties/full_path/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 3000 },
                      },
                    ];
                    return false;
                  }
                } else {
                  validate130.errors = [
                    {
                      instancePath: instancePath + '/full_path',
                      schemaPath: '#/properties/full_path/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.children !== undefined) {
                let data3 = data.children;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (Array.isArray(data3)) {
                    if (data3.length > 1000) {
                      validate130.errors = [
                        {
                          instancePath: instancePath + '/children',
                          schemaPath: '#/properties/children/maxItems',
                          keyword: 'maxItems',
                          params: { limit: 1000 },
                        },
                      ];
                      return false;
                    } else {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        const _errs9 = errors;
                        if (
                          !wrapper0.validate(data3[i0], {
                            instancePath: instancePath + '/children/' + i0,
                            parentData: data3,
                            parentDataProperty: i0,
                            rootData,
                          })
                        ) {
                          vErrors =
                            vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate130.errors = [
                      {
                        instancePath: instancePath + '/children',
                        schemaPath: '#/properties/children/type',
                        keyword: 'type',
                        params: { type: 'array' },
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate130.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate130.errors = vErrors;
  return errors === 0;
}
const schema53 = {
  type: 'object',
  required: ['text', 'automatic'],
  properties: { text: { $ref: 'wire#/definitions/Text' }, automatic: { type: 'boolean' } },
};
function validate132(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.text === undefined && (missing0 = 'text')) ||
        (data.automatic === undefined && (missing0 = 'automatic'))
      ) {
        validate132.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.text !== undefined) {
          const _errs1 = errors;
          if (
            !validate53(data.text, {
              instancePath: instancePath + '/text',
              parentData: data,
              parentDataProperty: 'text',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.automatic !== undefined) {
            const _errs2 = errors;
            if (typeof data.automatic !== 'boolean') {
              validate132.errors = [
                {
                  instancePath: instancePath + '/automatic',
                  schemaPath: '#/properties/automatic/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                },
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate132.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate132.errors = vErrors;
  return errors === 0;
}
function validate126(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.id === undefined && (missing0 = 'id'))) {
        validate126.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('ok' !== data.type) {
            validate126.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'ok' },
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
              !validate28(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
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
                !validate57(data.message, {
                  instancePath: instancePath + '/message',
                  parentData: data,
                  parentDataProperty: 'message',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.messages !== undefined) {
                let data3 = data.messages;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (Array.isArray(data3)) {
                    if (data3.length > 10000) {
                      validate126.errors = [
                        {
                          instancePath: instancePath + '/messages',
                          schemaPath: '#/properties/messages/maxItems',
                          keyword: 'maxItems',
                          params: { limit: 10000 },
                        },
                      ];
                      return false;
                    } else {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        const _errs6 = errors;
                        if (
                          !validate57(data3[i0], {
                            instancePath: instancePath + '/messages/' + i0,
                            parentData: data3,
                            parentDataProperty: i0,
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs6 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate126.errors = [
                      {
                        instancePath: instancePath + '/messages',
                        schemaPath: '#/properties/messages/type',
                        keyword: 'type',
                        params: { type: 'array' },
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
                if (data.more !== undefined) {
                  const _errs7 = errors;
                  if (typeof data.more !== 'boolean') {
                    validate126.errors = [
                      {
                        instancePath: instancePath + '/more',
                        schemaPath: '#/properties/more/type',
                        keyword: 'type',
                        params: { type: 'boolean' },
                      },
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.dispositions !== undefined) {
                    let data6 = data.dispositions;
                    const _errs9 = errors;
                    if (errors === _errs9) {
                      if (Array.isArray(data6)) {
                        if (data6.length > 1000) {
                          validate126.errors = [
                            {
                              instancePath: instancePath + '/dispositions',
                              schemaPath: '#/properties/dispositions/maxItems',
                              keyword: 'maxItems',
                              params: { limit: 1000 },
                            },
                          ];
                          return false;
                        } else {
                          var valid2 = true;
                          const len1 = data6.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            const _errs11 = errors;
                            if (
                              !validate130(data6[i1], {
                                instancePath: instancePath + '/dispositions/' + i1,
                                parentData: data6,
                                parentDataProperty: i1,
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
                              errors = vErrors.length;
                            }
                            var valid2 = _errs11 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        }
                      } else {
                        validate126.errors = [
                          {
                            instancePath: instancePath + '/dispositions',
                            schemaPath: '#/properties/dispositions/type',
                            keyword: 'type',
                            params: { type: 'array' },
                          },
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.summary !== undefined) {
                      const _errs12 = errors;
                      if (
                        !validate132(data.summary, {
                          instancePath: instancePath + '/summary',
                          parentData: data,
                          parentDataProperty: 'summary',
                          rootData,
                        })
                      ) {
                        vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate126.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate126.errors = vErrors;
  return errors === 0;
}
function validate125(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="OkFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate126(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
    errors = vErrors.length;
  }
  validate125.errors = vErrors;
  return errors === 0;
}
const RefusedFrame = validate136;
const schema54 = { $id: 'RefusedFrame', $ref: 'wire#/definitions/RefusedFrame' };
const schema55 = {
  type: 'object',
  required: ['type', 'id', 'code', 'message'],
  properties: {
    type: { const: 'refused' },
    id: { $ref: 'wire#/definitions/Id' },
    code: { $ref: 'wire#/definitions/RefusalCode' },
    message: { $ref: 'wire#/definitions/Words' },
  },
};
const schema56 = { type: 'string', enum: ['taken', 'gone', 'not-allowed', 'unavailable', 'invalid', 'unsupported'] };
function validate139(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate139.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
    return false;
  }
  if (!(
    data === 'taken' ||
    data === 'gone' ||
    data === 'not-allowed' ||
    data === 'unavailable' ||
    data === 'invalid' ||
    data === 'unsupported'
  )) {
    validate139.errors = [
      { instancePath, schemaPath: '#/enum', keyword: 'enum', params: { allowedValues: schema56.enum } },
    ];
    return false;
  }
  validate139.errors = vErrors;
  return errors === 0;
}
function validate137(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.code === undefined && (missing0 = 'code')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate137.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('refused' !== data.type) {
            validate137.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'refused' },
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
              !validate28(data.id, {
                instancePath: instancePath + '/id',
                parentData: data,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.code !== undefined) {
              const _errs3 = errors;
              if (
                !validate139(data.code, {
                  instancePath: instancePath + '/code',
                  parentData: data,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
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
                  !validate95(data.message, {
                    instancePath: instancePath + '/message',
                    parentData: data,
                    parentDataProperty: 'message',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
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
      validate137.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate137.errors = vErrors;
  return errors === 0;
}
function validate136(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="RefusedFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate137(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
    errors = vErrors.length;
  }
  validate136.errors = vErrors;
  return errors === 0;
}
const TroubleFrame = validate143;
const schema57 = { $id: 'TroubleFrame', $ref: 'wire#/definitions/TroubleFrame' };
const schema58 = {
  type: 'object',
  required: ['type', 'code', 'message'],
  properties: {
    type: { const: 'trouble' },
    code: { type: 'string', enum: ['no-json', 'unknown-frame', 'bad-frame', 'not-yours', 'too-many'] },
    message: { $ref: 'wire#/definitions/Words' },
    path: { type: 'string', maxLength: 500 },
    id: { $ref: 'wire#/definitions/Id' },
    retryAfter: { type: 'integer', minimum: 0 },
  },
};
function validate144(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.code === undefined && (missing0 = 'code')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate144.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('trouble' !== data.type) {
            validate144.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'trouble' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.code !== undefined) {
            let data1 = data.code;
            const _errs2 = errors;
            if (typeof data1 !== 'string') {
              validate144.errors = [
                {
                  instancePath: instancePath + '/code',
                  schemaPath: '#/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                },
              ];
              return false;
            }
            if (!(
              data1 === 'no-json' ||
              data1 === 'unknown-frame' ||
              data1 === 'bad-frame' ||
              data1 === 'not-yours' ||
              data1 === 'too-many'
            )) {
              validate144.errors = [
                {
                  instancePath: instancePath + '/code',
                  schemaPath: '#/properties/code/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema58.properties.code.enum },
                },
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== undefined) {
              const _errs4 = errors;
              if (
                !validate95(data.message, {
                  instancePath: instancePath + '/message',
                  parentData: data,
                  parentDataProperty: 'message',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.path !== undefined) {
                let data3 = data.path;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (typeof data3 === 'string') {
                    if (data3.length > 500) {
                      validate144.errors = [
                        {
                          instancePath: instancePath + '/path',
                          schemaPath: '#/properties/path/maxLength',
                          keyword: 'maxLength',
                          params: { limit: 500 },
                        },
                      ];
                      return false;
                    }
                  } else {
                    validate144.errors = [
                      {
                        instancePath: instancePath + '/path',
                        schemaPath: '#/properties/path/type',
                        keyword: 'type',
                        params: { type: 'string' },
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.id !== undefined) {
                  const _errs7 = errors;
                  if (
                    !validate28(data.id, {
                      instancePath: instancePath + '/id',
                      parentData: data,
                      parentDataProperty: 'id',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.retryAfter !== undefined) {
                    let data5 = data.retryAfter;
                    const _errs8 = errors;
                    if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                      validate144.errors = [
                        {
                          instancePath: instancePath + '/retryAfter',
                          schemaPath: '#/properties/retryAfter/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                        },
                      ];
                      return false;
                    }
                    if (errors === _errs8) {
                      if (typeof data5 == 'number' && isFinite(data5)) {
                        if (data5 < 0 || isNaN(data5)) {
                          validate144.errors = [
                            {
                              instancePath: instancePath + '/retryAfter',
                              schemaPath: '#/properties/retryAfter/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                            },
                          ];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate144.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate144.errors = vErrors;
  return errors === 0;
}
function validate143(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="TroubleFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate144(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors);
    errors = vErrors.length;
  }
  validate143.errors = vErrors;
  return errors === 0;
}
const GoingFrame = validate148;
const schema59 = { $id: 'GoingFrame', $ref: 'wire#/definitions/GoingFrame' };
const schema60 = {
  type: 'object',
  required: ['type', 'retryAfter'],
  properties: { type: { const: 'going' }, retryAfter: { type: 'integer', minimum: 0 } },
};
function validate149(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.retryAfter === undefined && (missing0 = 'retryAfter'))
      ) {
        validate149.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('going' !== data.type) {
            validate149.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'going' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.retryAfter !== undefined) {
            let data1 = data.retryAfter;
            const _errs2 = errors;
            if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
              validate149.errors = [
                {
                  instancePath: instancePath + '/retryAfter',
                  schemaPath: '#/properties/retryAfter/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                },
              ];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data1 == 'number' && isFinite(data1)) {
                if (data1 < 0 || isNaN(data1)) {
                  validate149.errors = [
                    {
                      instancePath: instancePath + '/retryAfter',
                      schemaPath: '#/properties/retryAfter/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                    },
                  ];
                  return false;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate149.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate149.errors = vErrors;
  return errors === 0;
}
function validate148(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="GoingFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate149(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate149.errors : vErrors.concat(validate149.errors);
    errors = vErrors.length;
  }
  validate148.errors = vErrors;
  return errors === 0;
}
const EndUserWelcomeFrame = validate151;
const schema61 = { $id: 'EndUserWelcomeFrame', $ref: 'wire#/definitions/EndUserWelcomeFrame' };
const schema62 = {
  type: 'object',
  required: ['type', 'version', 'serverTime', 'limits', 'heartbeat', 'endUser'],
  properties: {
    type: { const: 'welcome' },
    version: { const: 1 },
    serverTime: { $ref: 'wire#/definitions/Time' },
    limits: { $ref: 'wire#/definitions/Limits' },
    heartbeat: { type: 'number', exclusiveMinimum: 0 },
    endUser: { $ref: 'wire#/definitions/Id' },
  },
};
function validate152(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.version === undefined && (missing0 = 'version')) ||
        (data.serverTime === undefined && (missing0 = 'serverTime')) ||
        (data.limits === undefined && (missing0 = 'limits')) ||
        (data.heartbeat === undefined && (missing0 = 'heartbeat')) ||
        (data.endUser === undefined && (missing0 = 'endUser'))
      ) {
        validate152.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('welcome' !== data.type) {
            validate152.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'welcome' },
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
              validate152.errors = [
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
            if (data.serverTime !== undefined) {
              const _errs3 = errors;
              if (
                !validate24(data.serverTime, {
                  instancePath: instancePath + '/serverTime',
                  parentData: data,
                  parentDataProperty: 'serverTime',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.limits !== undefined) {
                const _errs4 = errors;
                if (
                  !validate26(data.limits, {
                    instancePath: instancePath + '/limits',
                    parentData: data,
                    parentDataProperty: 'limits',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.heartbeat !== undefined) {
                  let data4 = data.heartbeat;
                  const _errs5 = errors;
                  if (errors === _errs5) {
                    if (typeof data4 == 'number' && isFinite(data4)) {
                      if (data4 <= 0 || isNaN(data4)) {
                        validate152.errors = [
                          {
                            instancePath: instancePath + '/heartbeat',
                            schemaPath: '#/properties/heartbeat/exclusiveMinimum',
                            keyword: 'exclusiveMinimum',
                            params: { comparison: '>', limit: 0 },
                          },
                        ];
                        return false;
                      }
                    } else {
                      validate152.errors = [
                        {
                          instancePath: instancePath + '/heartbeat',
                          schemaPath: '#/properties/heartbeat/type',
                          keyword: 'type',
                          params: { type: 'number' },
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.endUser !== undefined) {
                    const _errs7 = errors;
                    if (
                      !validate28(data.endUser, {
                        instancePath: instancePath + '/endUser',
                        parentData: data,
                        parentDataProperty: 'endUser',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate152.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate152.errors = vErrors;
  return errors === 0;
}
function validate151(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="EndUserWelcomeFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate152(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
    errors = vErrors.length;
  }
  validate151.errors = vErrors;
  return errors === 0;
}
const ConversationFrame = validate157;
const schema63 = { $id: 'ConversationFrame', $ref: 'wire#/definitions/ConversationFrame' };
const schema64 = {
  type: 'object',
  required: ['type', 'state', 'messages'],
  properties: {
    type: { const: 'conversation' },
    chatId: { $ref: 'wire#/definitions/Id' },
    state: { $ref: 'wire#/definitions/EndUserState' },
    messages: { type: 'array', maxItems: 10000, items: { $ref: 'wire#/definitions/Message' } },
  },
};
const schema65 = { type: 'string', enum: ['new', 'waiting', 'active', 'left', 'ended'] };
function validate160(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate160.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'string' } }];
    return false;
  }
  if (!(data === 'new' || data === 'waiting' || data === 'active' || data === 'left' || data === 'ended')) {
    validate160.errors = [
      { instancePath, schemaPath: '#/enum', keyword: 'enum', params: { allowedValues: schema65.enum } },
    ];
    return false;
  }
  validate160.errors = vErrors;
  return errors === 0;
}
function validate158(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.type === undefined && (missing0 = 'type')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.messages === undefined && (missing0 = 'messages'))
      ) {
        validate158.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('conversation' !== data.type) {
            validate158.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'conversation' },
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
              !validate28(data.chatId, {
                instancePath: instancePath + '/chatId',
                parentData: data,
                parentDataProperty: 'chatId',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              const _errs3 = errors;
              if (
                !validate160(data.state, {
                  instancePath: instancePath + '/state',
                  parentData: data,
                  parentDataProperty: 'state',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate160.errors : vErrors.concat(validate160.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.messages !== undefined) {
                let data3 = data.messages;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (Array.isArray(data3)) {
                    if (data3.length > 10000) {
                      validate158.errors = [
                        {
                          instancePath: instancePath + '/messages',
                          schemaPath: '#/properties/messages/maxItems',
                          keyword: 'maxItems',
                          params: { limit: 10000 },
                        },
                      ];
                      return false;
                    } else {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        const _errs6 = errors;
                        if (
                          !validate57(data3[i0], {
                            instancePath: instancePath + '/messages/' + i0,
                            parentData: data3,
                            parentDataProperty: i0,
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs6 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate158.errors = [
                      {
                        instancePath: instancePath + '/messages',
                        schemaPath: '#/properties/messages/type',
                        keyword: 'type',
                        params: { type: 'array' },
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
        }
      }
    } else {
      validate158.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate158.errors = vErrors;
  return errors === 0;
}
function validate157(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="ConversationFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate158(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate158.errors : vErrors.concat(validate158.errors);
    errors = vErrors.length;
  }
  validate157.errors = vErrors;
  return errors === 0;
}
const AgentTypingFrame = validate164;
const schema66 = { $id: 'AgentTypingFrame', $ref: 'wire#/definitions/AgentTypingFrame' };
const schema67 = {
  type: 'object',
  required: ['type', 'typing'],
  properties: { type: { const: 'agent-typing' }, typing: { type: 'boolean' } },
};
function validate165(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if ((data.type === undefined && (missing0 = 'type')) || (data.typing === undefined && (missing0 = 'typing'))) {
        validate165.errors = [
          { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
        ];
        return false;
      } else {
        if (data.type !== undefined) {
          const _errs1 = errors;
          if ('agent-typing' !== data.type) {
            validate165.errors = [
              {
                instancePath: instancePath + '/type',
                schemaPath: '#/properties/type/const',
                keyword: 'const',
                params: { allowedValue: 'agent-typing' },
              },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.typing !== undefined) {
            const _errs2 = errors;
            if (typeof data.typing !== 'boolean') {
              validate165.errors = [
                {
                  instancePath: instancePath + '/typing',
                  schemaPath: '#/properties/typing/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                },
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate165.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate165.errors = vErrors;
  return errors === 0;
}
function validate164(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="AgentTypingFrame" */ let vErrors = null;
  let errors = 0;
  if (!validate165(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate165.errors : vErrors.concat(validate165.errors);
    errors = vErrors.length;
  }
  validate164.errors = vErrors;
  return errors === 0;
}
export const agentHears: Readonly<Record<string, FrameCheck>> = {
  welcome: WelcomeFrame,
  snapshot: SnapshotFrame,
  policy: PolicyFrame,
  chat: ChatToldFrame,
  withdrawn: WithdrawnFrame,
  messages: MessagesFrame,
  lost: LostFrame,
  typing: EndUserTypingFrame,
  left: LeftFrame,
  returned: ReturnedFrame,
  ended: EndedFrame,
  'wrap-up-submitted': WrapUpSubmittedFrame,
  done: ChatDoneFrame,
  pong: PongFrame,
  ok: OkFrame,
  refused: RefusedFrame,
  trouble: TroubleFrame,
  going: GoingFrame,
};
export const endUserHears: Readonly<Record<string, FrameCheck>> = {
  welcome: EndUserWelcomeFrame,
  conversation: ConversationFrame,
  'agent-typing': AgentTypingFrame,
  pong: PongFrame,
  ok: OkFrame,
  refused: RefusedFrame,
  trouble: TroubleFrame,
  going: GoingFrame,
};
