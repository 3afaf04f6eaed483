#include "connectors/http/http_status.h"

namespace fw {

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorised;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return status >= 500 ? ErrorCode::ServerFault
            : status >= 400  ? ErrorCode::BadRequest
                             : ErrorCode::MalformedAnswer;
    }
}

} // namespace fw
