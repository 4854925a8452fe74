// Read before better-sqlite3's sources when they are built for Electron 33 (Node-API 9, Node 20.18).
//
// They hold references to strings, as only add-ons of Node-API 10, or "experimental" ones before it, may. But
// experimental add-ons are told of a collected object in the middle of the collection, and Node before 20.19
// ends the program when one then lets go of a reference, as each of better-sqlite3's objects does. So they
// are told once the collection is over, as ordinary add-ons always are.
#include <node_api.h>

// Shown by the headers only to those who also want everything else that is experimental.
extern "C" napi_status NAPI_CDECL node_api_post_finalizer(napi_env env, napi_finalize run, void* data, void* hint);

namespace finalise_later {

struct Finaliser {
  napi_finalize run;
  void* hint;
};

inline void now(napi_env env, void* data, void* hint) {
  Finaliser finaliser = *static_cast<Finaliser*>(hint);
  delete static_cast<Finaliser*>(hint);
  finaliser.run(env, data, finaliser.hint);
}

inline void later(napi_env env, void* data, void* hint) {
  node_api_post_finalizer(env, now, data, hint);
}

inline napi_status wrap(napi_env env, napi_value object, void* data, napi_finalize run, void* hint,
                        napi_ref* reference) {
  return napi_wrap(env, object, data, later, new Finaliser{run, hint}, reference);
}

}  // namespace finalise_later

#define napi_wrap finalise_later::wrap
