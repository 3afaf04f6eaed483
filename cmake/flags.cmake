# One INTERFACE target carries every flag; each target of the house links it.
add_library(fw_flags INTERFACE)
target_include_directories(fw_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(fw_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast)
target_compile_definitions(fw_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(FW_WARNINGS_AS_ERRORS)
    target_compile_options(fw_flags INTERFACE -Werror)
endif()
if(FW_SANITIZE)
    target_compile_options(fw_flags INTERFACE -fsanitize=${FW_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(fw_flags INTERFACE -fsanitize=${FW_SANITIZE})
    if(FW_SANITIZE MATCHES "undefined")
        target_compile_options(fw_flags INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()
if(FW_FUZZ)
    target_compile_options(fw_flags INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(fw_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(FW_MOLD)
    target_link_options(fw_flags INTERFACE -fuse-ld=mold)
endif()
