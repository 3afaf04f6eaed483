# What is installed, and the Debian package made of it (packaging/package.sh).
include(GNUInstallDirs)
set(FW_MAINTAINER "Floorwalker maintainers <root@localhost>" CACHE STRING "Maintainer named in the package")
set(FW_SITE "" CACHE STRING "Base address of the project's pages; screenshots in the AppStream data are under it. Empty: none")

install(TARGETS floorwalker floorwalkerctl RUNTIME)

set(made ${CMAKE_BINARY_DIR}/package)
set(FW_METAINFO_SITE "")
if(FW_SITE)
    set(FW_METAINFO_SITE "  <url type=\"homepage\">${FW_SITE}</url>
  <screenshots>
    <screenshot type=\"default\">
      <caption>The console</caption>
      <image>${FW_SITE}/docs/images/console.png</image>
    </screenshot>
  </screenshots>
")
endif()
configure_file(packaging/desktop/floorwalker.metainfo.xml.in ${made}/org.floorwalker.Floorwalker.metainfo.xml @ONLY)
install(FILES packaging/desktop/floorwalker.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/org.floorwalker.Floorwalker.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
set(icon ${PROJECT_SOURCE_DIR}/resources/icons/floorwalker.svg)
install(FILES ${icon} DESTINATION ${hicolor}/scalable/apps)
set(pictures "")
find_program(FW_RSVG rsvg-convert)
if(FW_RSVG)
    foreach(side 16 22 24 32 48 64 128 256 512)
        set(picture ${made}/floorwalker-${side}.png)
        add_custom_command(OUTPUT ${picture} COMMAND ${FW_RSVG} -w ${side} -h ${side} -o ${picture} ${icon} DEPENDS ${icon} VERBATIM)
        list(APPEND pictures ${picture})
        install(FILES ${picture} DESTINATION ${hicolor}/${side}x${side}/apps RENAME floorwalker.png)
    endforeach()
endif()

# What the program says of itself: its manual page and completion.
set(manual ${made}/floorwalkerctl.1)
set(completion ${made}/floorwalkerctl.bash)
set(describe ${PROJECT_SOURCE_DIR}/packaging/describe.sh)
add_custom_command(OUTPUT ${manual} ${completion}
    COMMAND ${describe} $<TARGET_FILE:floorwalkerctl> ${made}
    DEPENDS floorwalkerctl ${describe} VERBATIM)

# The same bytes from the same sources, whenever it is built: the changelog's date is the last commit's.
set(FW_CHANGED "Thu, 01 Jan 1970 00:00:00 +0000")
find_package(Git QUIET)
if(GIT_FOUND)
    execute_process(COMMAND ${GIT_EXECUTABLE} -C ${PROJECT_SOURCE_DIR} log -1 --format=%cD
        OUTPUT_VARIABLE committed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(committed)
        set(FW_CHANGED ${committed})
    endif()
endif()
configure_file(packaging/debian/changelog.in ${made}/changelog @ONLY)
set(zipped "")
# File, its name when gzipped, and where that goes.
foreach(pair "${made}/changelog|changelog.Debian.gz|share/doc/floorwalker" "${PROJECT_SOURCE_DIR}/CHANGELOG.md|changelog.gz|share/doc/floorwalker"
        "${PROJECT_SOURCE_DIR}/packaging/man/floorwalker.1|floorwalker.1.gz|share/man/man1" "${manual}|floorwalkerctl.1.gz|share/man/man1")
    string(REPLACE "|" ";" pair ${pair})
    list(GET pair 0 from)
    list(GET pair 1 name)
    list(GET pair 2 folder)
    add_custom_command(OUTPUT ${made}/${name} COMMAND sh -c "gzip -9nc \"$1\" > \"$2\"" sh ${from} ${made}/${name} DEPENDS ${from} VERBATIM)
    list(APPEND zipped ${made}/${name})
    install(FILES ${made}/${name} DESTINATION ${folder})
endforeach()
add_custom_target(package_files DEPENDS ${pictures} ${completion} ${zipped})
install(FILES ${completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME floorwalkerctl)
install(FILES packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/floorwalker)
set(unit ${PROJECT_SOURCE_DIR}/packaging/systemd/floorwalker.service)
if(EXISTS ${unit})
    install(FILES ${unit} DESTINATION lib/systemd/system)
endif()

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # package.sh builds what is installed, not the tests
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME floorwalker)
set(CPACK_PACKAGE_CONTACT "${FW_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "answer customers on social networks")
set(CPACK_PACKAGE_DESCRIPTION "Brings what people say to a brand on Twitter, Facebook and Pinterest into one\nqueue, and sends the answers within the networks' limits. With a demo that needs\nno account.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while it runs, so that dpkg-shlibdeps does not see them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6sql6-psql, libsecret-1-0, fontconfig")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-noto-core, fonts-noto-color-emoji, qt6-qpa-plugins, qt6-wayland, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
